/** The revision of an estate, `<epoch>.<seq>`: of one epoch the greater number is the later. */
interface Revision {
  readonly epoch: string
  readonly seq: number
}

function parse(revision: string): Revision {
  const dot = revision.lastIndexOf('.')
  return { epoch: revision.slice(0, dot), seq: Number(revision.slice(dot + 1)) }
}

export const isSameEpoch = (one: string, other: string): boolean =>
  parse(one).epoch === parse(other).epoch

/** Whether it is of a later moment. Of another epoch the one that arrives is taken to be the later. */
export function isLater(arrived: string, known: string): boolean {
  const one = parse(arrived)
  const other = parse(known)
  return one.epoch !== other.epoch || one.seq > other.seq
}
