export type DurationUnit = 's' | 'min' | 'h' | 'd'
type DurationPart = readonly [amount: number, unit: DurationUnit]

export const unitSeconds = { d: 86_400, h: 3600, min: 60, s: 1 } as const
const units: readonly DurationUnit[] = ['d', 'h', 'min', 's']

/**
 * The two largest units of a length of time, without its sign: 3 min 12 s, 2 h 5 min, 40 s. A second
 * one of nothing is left out.
 */
export function durationParts(seconds: number): DurationPart[] {
  const whole = Math.floor(Math.abs(seconds))
  const first = units.findIndex((unit) => whole >= unitSeconds[unit])
  if (first === -1) return [[0, 's']]

  let rest = whole
  return units.slice(first, first + 2).flatMap((unit, index): DurationPart[] => {
    const amount = Math.floor(rest / unitSeconds[unit])
    rest -= amount * unitSeconds[unit]
    return amount === 0 && index > 0 ? [] : [[amount, unit]]
  })
}
