/** One measured thing beside the least that it could be, from the same run. */
export interface Figure {
  name: string
  unit: string
  ours: number
  /** What the floor is, in words. */
  floorIs: string
  floor: number
}

/** Runs both subjects in turns, so that whatever else the machine does meets both; gives the medians. */
export async function interleaved(
  rounds: number,
  ours: () => Promise<number>,
  floor: () => Promise<number>,
): Promise<{ ours: number; floor: number }> {
  const samples: { ours: number[]; floor: number[] } = { ours: [], floor: [] }
  for (let round = 0; round < rounds; round += 1) {
    samples.floor.push(await floor())
    samples.ours.push(await ours())
  }
  return { ours: median(samples.ours), floor: median(samples.floor) }
}

function median(samples: readonly number[]): number {
  const sorted = samples.toSorted((one, other) => one - other)
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN
}

export function print(figures: readonly Figure[]) {
  for (const { name, unit, ours, floor, floorIs } of figures) {
    const [shown, least] = [ours, floor].map((value) => `${round(value)} ${unit}`)
    console.log(`${name}: ${shown}; ${floorIs}: ${least}; ratio ${round(ours / floor)}`)
  }
}

const round = (value: number): number => Number(value.toPrecision(3))
