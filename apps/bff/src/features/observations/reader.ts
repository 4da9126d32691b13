import type { CmClient, WriterDetail } from '@wheelhouse/cm-client'

/** What became of one name that was asked for. */
export type Answer = { readonly detail: WriterDetail } | { readonly error: unknown }

/** One call of CM's that tells of one component or of several. */
export interface Reader {
  /** So many names go into one call. */
  readonly mostAtOnce: number
  /** An answer for each name, in their order; never rejects. */
  readonly read: (names: readonly string[], signal: AbortSignal) => Promise<readonly Answer[]>
}

/** `GET /JDBCWriter/detail`: CM documents no call that tells of several (`cm-api.md` §1.2). */
export const writerReader = ({ writers }: Pick<CmClient, 'writers'>): Reader => ({
  mostAtOnce: 1,
  read: async ([name = ''], signal) => {
    try {
      return [{ detail: await writers.detail(name, { signal }) }]
    } catch (error) {
      return [{ error }]
    }
  },
})
