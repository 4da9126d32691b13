import type { ConfigKey } from '../config-key.ts'
import { coordinatorKeys } from './connector-coordinator.ts'
import { databaseDestKeys } from './connector-dest-database.ts'
import { kafkaDestKeys } from './connector-dest-kafka.ts'
import { fullSourceKeys } from './connector-source-full.ts'
import { sourceKeys } from './connector-source.ts'

/** Light-Connector: what stands in its `coordinator.json`, `source.json` and `dest.json` (`cm-api.md` §5.1). */
export const connectorKeys: readonly ConfigKey[] = [
  ...coordinatorKeys,
  ...sourceKeys,
  ...fullSourceKeys,
  ...kafkaDestKeys,
  ...databaseDestKeys,
]
