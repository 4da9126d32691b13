/** What one of ours is held against: a peer that does it another way, or the least that it could be. */
export interface Subject {
  /** In words: `a raw socket`, `polling the full list every five seconds`. */
  is: string
  value: number
  /** A number of the study (performance study §1–2), not of this run: that peer can't be built here. */
  isRecorded?: true
}

/** One row of the performance study (§3), from one run. */
export interface Figure {
  /** The row's name there: `push-bytes`. */
  id: string
  /** What was measured, with its sizes. */
  what: string
  unit: string
  ours: number
  peer?: Subject
  floor?: Subject
  /** What the limit is about, already divided. */
  ratio: number
  limit: number
  /** Where the limit is not kept: why, and what would. */
  because?: string
}

export const isKept = ({ ratio, limit }: Figure): boolean => ratio <= limit

/** Runs subjects in turns, so that whatever else the machine does meets them all; gives their medians. */
export async function interleaved<Name extends string>(
  rounds: number,
  subjects: Record<Name, () => Promise<number>>,
): Promise<Record<Name, number>> {
  const names = Object.keys(subjects) as Name[] // the record's own
  const samples = new Map(names.map((name) => [name, [] as number[]]))
  for (let round = 0; round < rounds; round += 1)
    for (const name of names) samples.get(name)?.push(await subjects[name]())
  const medians = names.map((name) => [name, median(samples.get(name) ?? [])])
  return Object.fromEntries(medians) as Record<Name, number> // one for each name
}

export function median(samples: readonly number[]): number {
  const sorted = samples.toSorted((one, other) => one - other)
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN
}

export function percentile(samples: readonly number[], share: number): number {
  const sorted = samples.toSorted((one, other) => one - other)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN
}

export function print(figure: Figure) {
  const { id, what, unit, ours, peer, floor, ratio, limit, because } = figure
  const against = [peer, floor].flatMap((subject) => (subject ? [said(subject, unit)] : []))
  console.log(
    `${isKept(figure) ? 'kept  ' : 'MISSED'} ${id.padEnd(11)} ratio ${short(ratio)} of ${short(limit)} · ${what}: ${short(ours)} ${unit}; ${against.join('; ')}`,
  )
  if (because !== undefined && !isKept(figure)) console.log(`       ${because}`)
}

const said = ({ is, value, isRecorded }: Subject, unit: string) =>
  `${is}${isRecorded ? ' (recorded)' : ''}: ${short(value)} ${unit}`

const short = (value: number): number => Number(value.toPrecision(3))
