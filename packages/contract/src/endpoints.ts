import { listAudit, exportAudit } from './endpoints/audit.ts'
import {
  changeComponent,
  getHistory,
  listCheckpoints,
  listNames,
  getConfig,
  getRaw,
  askCm,
} from './endpoints/component.ts'
import { retryOperation, settleOperation, abandonOperation } from './endpoints/decision.ts'
import {
  listClusters,
  changeCluster,
  listComponents,
  getComponent,
  listLagTrails,
  streamEvents,
  watchComponents,
} from './endpoints/estate.ts'
import { listHosts } from './endpoints/host.ts'
import {
  trackComponents,
  untrackComponent,
  importInventory,
  exportInventory,
} from './endpoints/inventory.ts'
import { createOperation, listOperations, getOperation } from './endpoints/operation.ts'
import {
  changePassword,
  getSession,
  listSessions,
  revokeSession,
  setUp,
  signIn,
  signOut,
} from './endpoints/session.ts'
import { changeSettings, getSettings } from './endpoints/setting.ts'
import {
  changeUser,
  createToken,
  createUser,
  listTokens,
  listUsers,
  revokeToken,
} from './endpoints/user.ts'

/** Every endpoint, once. The BFF must route each of them, and nothing else below the prefix. */
export const endpoints = {
  getSession,
  signIn,
  signOut,
  setUp,
  changePassword,
  listSessions,
  revokeSession,
  listUsers,
  createUser,
  changeUser,
  listTokens,
  createToken,
  revokeToken,
  getSettings,
  changeSettings,
  listClusters,
  changeCluster,
  listHosts,
  listComponents,
  getComponent,
  changeComponent,
  getHistory,
  listCheckpoints,
  listLagTrails,
  importInventory,
  exportInventory,
  trackComponents,
  untrackComponent,
  listNames,
  getConfig,
  getRaw,
  createOperation,
  listOperations,
  getOperation,
  retryOperation,
  settleOperation,
  abandonOperation,
  listAudit,
  exportAudit,
  streamEvents,
  watchComponents,
  askCm,
} as const

// A file each for what is asked for by the same pages: the browser fetches the schemas with the page.
export * from './endpoints/audit.ts'
export * from './endpoints/component.ts'
export * from './endpoints/decision.ts'
export * from './endpoints/estate.ts'
export * from './endpoints/host.ts'
export * from './endpoints/inventory.ts'
export * from './endpoints/operation.ts'
export * from './endpoints/session.ts'
export * from './endpoints/setting.ts'
export * from './endpoints/user.ts'
