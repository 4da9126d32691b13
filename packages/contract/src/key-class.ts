import type { ConfigKey } from './config-key.ts'
import { configKeysOf } from './config-keys/catalogue.ts'
import type { ComponentKind } from './kind.ts'

/**
 * What a key may do where somebody sets it. `safe`: it costs a restart at worst. `jvm`: flags of the JVM
 * on CM's host. `address`: data, or an account, goes elsewhere. `locked`: nobody sets it here.
 */
export const keyClasses = ['safe', 'jvm', 'address', 'locked'] as const
export type KeyClass = (typeof keyClasses)[number]

/** The class of a key by the name under which it is sent, in any spelling of upper and lower case. */
export function keyClassOf(kind: ComponentKind, name: string): KeyClass {
  if (!isInScope(kind, name)) return 'locked'
  const key = knownKey(kind, name)
  if (!key) return isPresumedLocked(kind, name) ? 'locked' : isJvmName(name) ? 'jvm' : 'safe'
  if (key.type === 'jvm') return 'jvm'
  if (key.locked) return key.locked === 'address' && key.address ? 'address' : 'locked'
  // A password alone leads nowhere else.
  return key.group === 'address' && !key.secret ? 'address' : 'safe'
}

/** With what the keys of a kind begin; a checker's are bare (`cm-api.md` §5). */
export function scopePrefixesOf(kind: ComponentKind): readonly string[] {
  switch (kind) {
    case 'writer':
      return ['JDBCWriter.']
    case 'connector':
      return ['source.', 'dest.', 'coordinator.']
    case 'checker':
      return []
    default:
      return kind satisfies never
  }
}

/** Nothing says that CM tells upper and lower case apart, so a lock or a type holds in any spelling. */
export const knownKey = (kind: ComponentKind, name: string): ConfigKey | undefined =>
  configKeysOf(kind).find((key) => key.name.toLowerCase() === name.toLowerCase())

export function isInScope(kind: ComponentKind, name: string): boolean {
  const prefixes = scopePrefixesOf(kind)
  if (prefixes.length > 0) return prefixes.some((prefix) => name.startsWith(prefix))
  // `task.…` and the two names say in the same form which component is meant; the others belong to other kinds.
  return !/^(?:(?:task|JDBCWriter|source|dest|coordinator)\.|(?:task|applier)Name$)/i.test(name)
}

const addressName = /(?:url|address|servers?|hosts?|endpoints?|username)$|(?:^|[._])ip$/i
const identityName = /topic$|sub_?id$|task_?(?:name|identity|id)$|(?:applier|writer)_?name$/i
const positionName = /(?:^|[._])(?:checkpoint|timestamp)$/i
const codeName =
  /groovy|jaas|script|transformer|class|plugin|jar|loader|opts|options|args|shell|cmd|command/i

/**
 * The newer spellings of what is locked, and what the documents don't name (S10, S13). An address of no
 * known form can't be checked, so it stays locked as well.
 */
export function isPresumedLocked(kind: ComponentKind, name: string): boolean {
  const prefix = scopePrefixesOf(kind).find((start) => name.startsWith(start)) ?? ''
  const bare = name.slice(prefix.length)
  // What a JVM flag may be is told by its value.
  const names = [addressName, identityName, positionName, ...(isJvmName(name) ? [] : [codeName])]
  return names.some((locked) => locked.test(bare))
}

export const isJvmName = (name: string) => /jvm|java[._]?opt/i.test(name)
