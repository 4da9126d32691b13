import type { ConfigKey } from '../config-key.ts'
import { sampleKeys } from './writer-sample.ts'
import { scopeKeys } from './writer-scope.ts'
import { tuningKeys } from './writer-tuning.ts'

/** What stands in the section `[JDBCWriter]` of a writer's configuration (`cm-api.md` §5.3, §1.4). */
export const writerKeys: readonly ConfigKey[] = [...tuningKeys, ...scopeKeys, ...sampleKeys]
