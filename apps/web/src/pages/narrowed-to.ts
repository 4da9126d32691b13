import type { Verdict } from '@wheelhouse/contract'

interface Counted {
  readonly verdicts?: readonly Verdict[]
  readonly cluster?: string | undefined
  readonly host?: string | undefined
}

/** The list of components, narrowed to what a number counted. */
export const narrowedTo = ({ verdicts, cluster, host }: Counted) => ({
  ...(verdicts && { verdict: verdicts.join(',') }),
  ...(cluster !== undefined && { cluster }),
  ...(host !== undefined && { host }),
})
