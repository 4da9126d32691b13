import type { Figure } from '../figure.ts'
import { sweepMs } from './sweep.ts'

const components = 2000

/** What one in a hundred that hangs, and one that fails, cost the round of the others. */
export async function measure(): Promise<Figure[]> {
  const healthy = await sweepMs(components)
  const sick = await sweepMs(components, { hung: 0.01, failing: 0.01 })
  return [
    {
      id: 'sick',
      what: `a round over ${components} components, 1 % hung and 1 % failing`,
      unit: 'ms',
      ours: sick,
      floor: { is: 'all healthy', value: healthy },
      peer: { is: 'a slot held for each that hangs', value: healthy * 2 },
      ratio: sick / healthy,
      limit: 1.05,
    },
  ]
}
