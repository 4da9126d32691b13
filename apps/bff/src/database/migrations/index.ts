import type { Migration } from 'kysely/migration'
import { components } from './001-components.ts'
import { operations } from './002-operations.ts'
import { runbook } from './004-runbook.ts'
import { audit } from './003-audit.ts'
import { estate } from './005-estate.ts'
import { access } from './006-access.ts'

/** In this order, each once. A landed migration is never edited. */
export const migrations: Record<string, Migration> = {
  '001-components': components,
  '002-operations': operations,
  '004-runbook': runbook,
  '003-audit': audit,
  '005-estate': estate,
  '006-access': access,
}
