import { catalogued, configFault, configGroups, configKeysOf } from '@wheelhouse/contract'
import type {
  ComponentKind,
  ConfigEntry,
  ConfigGroup,
  ConfigKey,
  ConfigLock,
} from '@wheelhouse/contract'

/** One key as it is shown: what it is set to, and what the catalogue knows of it. */
export interface ConfigRow {
  readonly key: string
  /** Left out of a key that somebody is about to add. */
  readonly entry?: ConfigEntry | undefined
  readonly known?: ConfigKey | undefined
  /** Why it is shown and never edited. */
  readonly lock?: RowLock | undefined
}

/** `presumed`: by its name, of a key that no document names; `unsendable`: it has no form of a key. */
type RowLock = ConfigLock | 'presumed' | 'unsendable'

/** Those that are set, then those that are being added. */
export function configRows(
  kind: ComponentKind,
  entries: readonly ConfigEntry[],
  added: readonly string[],
): ConfigRow[] {
  const set = new Set(entries.map(({ key }) => key))
  const rowOf = (key: string, entry?: ConfigEntry): ConfigRow => {
    const known = catalogued(kind, key)
    return { key, entry, known, lock: known?.locked ?? presumedLock(kind, key, entry) }
  }
  return [
    ...entries.map((entry) => rowOf(entry.key, entry)),
    ...added.filter((key) => !set.has(key)).map((key) => rowOf(key)),
  ]
}

function presumedLock(kind: ComponentKind, key: string, entry?: ConfigEntry): RowLock | undefined {
  const fault = configFault(kind, key, entry?.value ?? '')
  if (fault === 'locked') return 'presumed'
  return fault === 'malformed-key' || fault === 'foreign-prefix' ? 'unsendable' : undefined
}

/** Under the catalogue's headings, in its order; what it doesn't know comes last. */
export function grouped(rows: readonly ConfigRow[]): [ConfigGroup, ConfigRow[]][] {
  // `keys` forgets which keys it was given.
  const groups = Object.keys(configGroups) as ConfigGroup[]
  return groups.flatMap((group): [ConfigGroup, ConfigRow[]][] => {
    const own = rows.filter(({ known }) => (known?.group ?? 'other') === group)
    return own.length === 0 ? [] : [[group, own]]
  })
}

/** Whether a key, its value or its meaning, in either language, holds what is searched for. */
export function rowMatches({ key, entry, known }: ConfigRow, q: string): boolean {
  const wanted = q.trim().toLowerCase()
  return [key, entry?.value ?? '', known?.meaning.zh ?? '', known?.meaning.en ?? '']
    .join('\n')
    .toLowerCase()
    .includes(wanted)
}

/** What could be added: catalogued, not locked, not there yet. */
export const suggestedKeys = (kind: ComponentKind, rows: readonly ConfigRow[]): ConfigKey[] => {
  const there = new Set(rows.map(({ key }) => key))
  return configKeysOf(kind).filter(({ name, locked }) => !locked && !there.has(name))
}

/** A secret is what CM's answer cut, or what the catalogue or its name says is one. */
export const isSecretRow = ({ entry, known }: ConfigRow): boolean =>
  entry?.secret === true || known?.secret === true
