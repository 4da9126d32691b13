import type { Decision, Order } from './decision.ts'
import type { ComponentKind } from './effects.ts'

/** One documented call. All that is true of every call stands in `serve-endpoint.ts`. */
export interface CmEndpoint {
  method: 'GET' | 'POST'
  path: string
  /** Where its parameters are documented to stand. */
  parameters: 'query' | 'form'
  /** The parameter that says which component it means. */
  naming: 'writerName' | 'applierName' | 'taskName' | 'task.id'
  component: ComponentKind
  /** Changes nothing, ever. */
  reads?: boolean
  /** Changes nothing itself: a fault may keep the effect from happening. */
  decide: (order: Order) => Decision
}

/** How faults and the control routes speak of an endpoint: `POST /applier/stop`. */
export const endpointKey = ({ method, path }: Pick<CmEndpoint, 'method' | 'path'>): string =>
  `${method} ${path}`
