import type { Migration } from 'kysely/migration'
import { components } from './001-components.ts'
import { operations } from './002-operations.ts'

/** In this order, each once. A landed migration is never edited. */
export const migrations: Record<string, Migration> = {
  '001-components': components,
  '002-operations': operations,
}
