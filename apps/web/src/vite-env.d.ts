declare module '*?lingui' {
  import type { Messages } from '@lingui/core'
  export const messages: Messages
}

declare module 'virtual:licences' {
  /** By name. Made while building, by `vite-licences.ts`. */
  export const licences: readonly import('../vite-licences.ts').Licence[]
}
