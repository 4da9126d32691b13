import {
  catalogued,
  configFault,
  configGroups,
  configKeysOf,
  isSecretConfigKey,
} from '@wheelhouse/contract'
import type {
  Addresses,
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

/**
 * `presumed`: by its name, of a key that no document names; `unsendable`: it has no form of a key;
 * `address-right`: somebody else may set it.
 */
type RowLock = ConfigLock | 'presumed' | 'unsendable' | 'address-right'

interface RowsAround {
  /** The keys that somebody is about to add. */
  readonly added: readonly string[]
  /** What an address is held against; left out where whoever asks may not set any. */
  readonly addresses: Addresses | undefined
}

/** Those that are set, then those that are being added. */
export function configRows(
  kind: ComponentKind,
  entries: readonly ConfigEntry[],
  { added, addresses }: RowsAround,
): ConfigRow[] {
  const set = new Set(entries.map(({ key }) => key))
  const rowOf = (key: string, entry?: ConfigEntry): ConfigRow => {
    const known = catalogued(kind, key)
    const lock = known ? knownLock(known, addresses) : presumedLock(kind, key, entry)
    return { key, entry, known, lock }
  }
  return [
    ...entries.map((entry) => rowOf(entry.key, entry)),
    ...added.filter((key) => !set.has(key)).map((key) => rowOf(key)),
  ]
}

/** An address whose form is known can be checked, so that whoever has the right may set it. */
const isSettable = ({ locked, address }: ConfigKey): boolean =>
  locked === 'address' && address !== undefined

function knownLock(known: ConfigKey, addresses: Addresses | undefined): RowLock | undefined {
  if (!isSettable(known)) return known.locked
  return addresses ? undefined : 'address-right'
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
export function suggestedKeys(
  kind: ComponentKind,
  rows: readonly ConfigRow[],
  addresses: Addresses | undefined,
): ConfigKey[] {
  const there = new Set(rows.map(({ key }) => key))
  return configKeysOf(kind).filter((key) => !knownLock(key, addresses) && !there.has(key.name))
}

/** `hidden`: nothing says that it is a secret, but no document names the key, so that it might be one. */
export type Secrecy = 'secret' | 'hidden'

/** Why a value is not shown; undefined where it is. */
export function secrecyOf({ key, entry, known }: ConfigRow): Secrecy | undefined {
  if (known?.secret) return 'secret'
  if (!entry?.secret) return undefined
  return known || isSecretConfigKey(key) ? 'secret' : 'hidden'
}
