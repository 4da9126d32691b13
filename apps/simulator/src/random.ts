/** A reproducible stream of numbers in [0, 1). */
export type Random = () => number

/** One stream for each seed and purpose, so that a new purpose does not disturb the old ones. */
export function createRandom(seed: number, purpose: string): Random {
  let state = hash(`${seed}/${purpose}`)
  return () => {
    state = (state + 0x6d2b79f5) | 0
    return mixed(state) / 0x1_0000_0000
  }
}

/** The same text always lands on the same number in [0, 1). */
export const chanceOf = (text: string): number => hash(text) / 0x1_0000_0000

/** A whole number from `from` to `to`, both included. */
export const between = (random: Random, from: number, to: number): number =>
  from + Math.floor(random() * (to - from + 1))

/** A new array in another order. */
export function shuffled<T>(random: Random, values: readonly T[]): T[] {
  return values
    .map((value) => ({ value, place: random() }))
    .toSorted((a, b) => a.place - b.place)
    .map(({ value }) => value)
}

/** FNV-1a, mixed once more because its low bits are weak on short texts. */
function hash(text: string): number {
  let state = 0x811c9dc5
  for (const character of text) {
    state = Math.imul(state ^ (character.codePointAt(0) ?? 0), 0x01000193)
  }
  return mixed(state)
}

/** The output step of mulberry32. */
function mixed(state: number): number {
  let value = Math.imul(state ^ (state >>> 15), state | 1)
  value ^= value + Math.imul(value ^ (value >>> 7), value | 61)
  return (value ^ (value >>> 14)) >>> 0
}
