import { chanceOf } from './random.ts'

/** Every fake password begins so: whoever finds this word outside of CM has found a leak. */
export const fakeWord = 'FAKE-SECRET'

/** The same component has always the same secret for a purpose. */
export const fakeSecret = (purpose: string, name: string): string =>
  `${fakeWord}-${purpose}-${Math.floor(chanceOf(`${purpose}/${name}`) * 1_000_000)}`
