export {
  everywhere,
  globFits,
  grantKinds,
  longestGlob,
  mayAnywhere,
  mayDo,
  mayEverywhere,
  mayInCluster,
  maySomewhereIn,
  mostGrants,
  permissionOfKind,
  permissions,
  permissionsOf,
  roles,
  type Grant,
  type Permission,
  type Role,
  type Target,
} from './access.ts'
export { addressFaults, type AddressFault } from './address-parts.ts'
export { auditKinds, type AuditFilter, type AuditKind, type AuditRecord } from './audit.ts'
export { aroundOf, type Around } from './around.ts'
export { hostFault, isAlive, type Host, type HostFault } from './host.ts'
export {
  historySpans,
  mostTrails,
  spanSeconds,
  type History,
  type HistoryMark,
  type HistorySpan,
  type LagTrail,
  type RecordedCheckpoint,
} from './history.ts'
export type { ImportResult, InventoryRow } from './inventory.ts'
export { refusals, whyNot, type Refusal } from './can.ts'
export type { Cluster } from './cluster.ts'
export type { ComponentConfig, ConfigEntry } from './config.ts'
export {
  configGroups,
  isSecretConfigKey,
  type ConfigGroup,
  type ConfigKey,
  type ConfigLock,
  type ConfigSource,
  type ConfigType,
  type ConfigUnit,
  type Words,
} from './config-key.ts'
export { catalogued, configKeysOf } from './config-keys/catalogue.ts'
export {
  configFault,
  configFaults,
  configFaultsOf,
  longestConfigBytes,
  type Addresses,
  type ConfigFault,
} from './config-rules.ts'
export {
  isBlankNote,
  longestNote,
  mostNames,
  noteLength,
  readFailureCodes,
  type Component,
  type ComponentReading,
  type ReadFailure,
  type TrackResult,
} from './component.ts'
export { apiPrefix, type Endpoint, type Input, type Query, type Reply } from './endpoint.ts'
export * from './endpoints.ts'
export {
  heartbeatSeconds,
  mostWatched,
  serverEventSchema,
  serverEventsSchema,
  type ServerEvent,
} from './event.ts'
export { harmlessProperties, isDangerousProperty } from './jdbc.ts'
export {
  formatJvm,
  jvmFault,
  jvmHints,
  jvmSizeBytes,
  parseJvm,
  type JvmFault,
  type JvmHint,
  type JvmParts,
} from './jvm.ts'
export { keyClasses, keyClassOf, type KeyClass } from './key-class.ts'
export { componentKinds, componentKindSchema, isObservable, type ComponentKind } from './kind.ts'
export {
  longestName,
  nameFault,
  nameFaults,
  parseName,
  topicsOf,
  type NameFault,
  type NameParts,
  type Topics,
} from './name.ts'
export type { FormerName } from './names.ts'
export { type OperationInput, type OperationRequest, type TaskType } from './operation-input.ts'
export { permissionsFor } from './operation-permission.ts'
export {
  isOpen,
  operationKindSchema,
  operationKinds,
  operationSchema,
  operationsOf,
  operationStateSchema,
  planWarnings,
  preconditionNames,
  stepFailureCodes,
  stepNames,
  stepStates,
  type Change,
  type Operation,
  type OperationKind,
  type OperationState,
  type Plan,
  type PlanWarning,
  type Precondition,
  type Step,
  type StepName,
  type StepFailure,
  type StepState,
  type Verification,
} from './operation.ts'
export {
  defaultProtection,
  lagThresholds,
  protectionLevels,
  type ProtectionLevel,
} from './protection.ts'
export { problemCodes, problemSchema, type ProblemBody, type ProblemCode } from './problem.ts'
export type { CmAnswer, RawReply } from './raw.ts'
export {
  checkpointFault,
  guessSubtopic,
  mostSubtopics,
  rewindOf,
  subtopicFault,
  windowSeconds,
  type CheckpointFault,
  type Rewind,
  type RewindQuestion,
  type RewindWarning,
  type SubtopicFault,
} from './rewind.ts'
export { byWorst, matches, type ComponentFilter } from './selection.ts'
export type { Session } from './session.ts'
export { verdictRank, verdicts, verdictSchema, type Verdict } from './verdict.ts'
export type { Settings } from './setting.ts'
export {
  longestPassword,
  longestTokenDays,
  passwordFaults,
  shortestPassword,
  userNameSchema,
  type ApiToken,
  type NewApiToken,
  type PasswordFault,
  type SignedIn,
  type User,
} from './user.ts'
