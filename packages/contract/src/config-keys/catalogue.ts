import type { ConfigKey } from '../config-key.ts'
import type { ComponentKind } from '../kind.ts'
import { checkerKeys } from './checker.ts'
import { connectorKeys } from './connector.ts'
import { writerKeys } from './writer.ts'

/** Every key that the vendor's documents name for a kind (`cm-api.md` §5.1, §5.3, §5.4). */
export function configKeysOf(kind: ComponentKind): readonly ConfigKey[] {
  switch (kind) {
    case 'writer':
      return writerKeys
    case 'connector':
      return connectorKeys
    case 'checker':
      return checkerKeys
    default:
      return kind satisfies never
  }
}

/** What is known about a key, by the name under which it is sent; `undefined` where nothing is. */
export const catalogued = (kind: ComponentKind, name: string): ConfigKey | undefined =>
  configKeysOf(kind).find((key) => key.name === name)
