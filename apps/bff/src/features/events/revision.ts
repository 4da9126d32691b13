/** How the estate's state is numbered: the life of this process, and the messages told in it. */
export const revisionOf = (epoch: string, seq: number): string => `${epoch}.${seq}`

/** The number of a revision of this life; undefined for another's, and for what is none. */
export function seqOf(revision: string | undefined, epoch: string): number | undefined {
  const { life, seq } = /^(?<life>\w+)\.(?<seq>\d{1,15})$/u.exec(revision ?? '')?.groups ?? {}
  return life === epoch ? Number(seq) : undefined
}
