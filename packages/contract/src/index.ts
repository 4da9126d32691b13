export { refusals, whyNot, type Refusal } from './can.ts'
export type { Cluster } from './cluster.ts'
export {
  mostNames,
  readFailureCodes,
  type Component,
  type ReadFailure,
  type TrackResult,
} from './component.ts'
export { apiPrefix, type Endpoint, type Input, type Query, type Reply } from './endpoint.ts'
export * from './endpoints.ts'
export { heartbeatSeconds, serverEventSchema, type ServerEvent } from './event.ts'
export { componentKindSchema, type ComponentKind } from './kind.ts'
export {
  longestName,
  nameFault,
  nameFaults,
  parseName,
  type NameFault,
  type NameParts,
} from './name.ts'
export {
  isOpen,
  operationSchema,
  stepFailureCodes,
  stepStates,
  type Operation,
  type OperationKind,
  type OperationRequest,
  type OperationState,
  type Plan,
  type Step,
  type StepFailure,
  type StepState,
  type Verification,
} from './operation.ts'
export { problemCodes, problemSchema, type ProblemBody, type ProblemCode } from './problem.ts'
export { byWorst, matches, type ComponentFilter } from './selection.ts'
export type { Session } from './session.ts'
export { verdictRank, verdicts, verdictSchema, type Verdict } from './verdict.ts'
