import type { Operation } from '@wheelhouse/contract'

/** An operation as its place on a curve needs it. */
export interface BriefOperation extends Pick<Operation, 'id' | 'kind' | 'state' | 'actor'> {
  /** Epoch milliseconds. */
  createdAtMs: number
  /** Where the component stood before, as it was last seen; null where it was not. */
  checkpoint: number | null
}

/** Of one component and a span of time, `toMs` left out; the newest first. */
export interface OperationQuery {
  component: string
  fromMs: number
  toMs: number
  limit: number
}

export type OperationsOf = (query: OperationQuery) => Promise<BriefOperation[]>
