import { addressFaults } from './address-parts.ts'
import { addressFault, type AddressBounds } from './address.ts'
import { isSecretConfigKey, type ConfigKey } from './config-key.ts'
import { jvmFault } from './jvm.ts'
import { isInScope, isJvmName, isPresumedLocked, knownKey } from './key-class.ts'
import type { ComponentKind } from './kind.ts'

/** Why a key can't be set, or not to this value. The last three are said of a whole change. */
export const configFaults = [
  'malformed-key',
  'foreign-prefix',
  'locked',
  'too-long',
  'control-character',
  'masked-value',
  'wrong-type',
  'not-in-values',
  'out-of-range',
  'unsafe-jvm-flag', // `jvmFault` says which
  ...addressFaults,
  'twice', // apart from upper and lower case
  'empty',
  'too-many-keys',
] as const
export type ConfigFault = (typeof configFaults)[number]

/** In UTF-8; CM documents no limit. */
export const longestConfigBytes = 8192
/** So many keys are changed at once. */
export const mostConfigKeys = 200

/**
 * What is wrong with setting a key to a value, or `undefined`: the one rule of the form, the plan and
 * the operation. A key that no document names takes any text, unless its name tells that it is an
 * address, a position, a JVM flag or code, or the text itself would be one. Addresses stay locked where
 * nothing is told of what they are held against.
 */
export function configFault(
  kind: ComponentKind,
  name: string,
  value: string,
  { addresses }: Held = {},
): ConfigFault | undefined {
  if (!/^[A-Za-z][A-Za-z0-9_.-]{0,127}$/.test(name) || name.endsWith('.')) return 'malformed-key'
  if (!isInScope(kind, name)) return 'foreign-prefix'
  const key = knownKey(kind, name)
  const address = addresses && key?.locked === 'address' ? key.address : undefined
  if (!address && (key ? key.locked : isPresumedLocked(kind, name))) return 'locked'
  if (utf8Bytes(value) > longestConfigBytes) return 'too-long'
  if (/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/u.test(value)) return 'control-character'
  if (isMasked(value, key?.secret ?? isSecretConfigKey(name))) return 'masked-value'
  if (address && addresses) return addressFault(address, value, boundsOf(addresses, name))
  if (key?.type === 'jvm' || (!key && isJvmName(name)))
    return jvmFault(value) ? 'unsafe-jvm-flag' : undefined
  // A documented password is any text.
  if (!key?.secret && startsCode(value)) return 'unsafe-jvm-flag'
  if (!key?.secret && leadsElsewhere(value)) return key ? 'wrong-type' : 'locked'
  return key && typeFault(key, value)
}

/** What addresses are held against: what stands there now, and the hosts that are allowed beside it. */
export interface Addresses extends Pick<AddressBounds, 'hosts'> {
  /** By the names under which keys are sent; null for secrets. */
  readonly config: ReadonlyMap<string, string | null>
}

interface Held {
  readonly addresses?: Addresses | undefined
}

const boundsOf = ({ config, hosts }: Addresses, name: string): AddressBounds => ({
  current: config.get(name) ?? null,
  hosts,
})

/** The first fault of a change, with its key; the key is null where it is said of the whole. */
export function configFaultsOf(
  kind: ComponentKind,
  set: Readonly<Record<string, string>>,
  held: Held = {},
): { readonly key: string | null; readonly fault: ConfigFault } | undefined {
  const entries = Object.entries(set)
  if (entries.length === 0) return { key: null, fault: 'empty' }
  if (entries.length > mostConfigKeys) return { key: null, fault: 'too-many-keys' }
  const seen = new Set<string>()
  for (const [key, value] of entries) {
    const fault =
      configFault(kind, key, value, held) ?? (seen.has(key.toLowerCase()) ? 'twice' : null)
    if (fault) return { key, fault }
    seen.add(key.toLowerCase())
  }
  return undefined
}

/** A flag with which a JVM loads code, or anything else but memory and threads (see jvm.ts). */
const startsCode = (value: string) =>
  /(?:^|\s)-(?:javaagent|agentlib|agentpath|XX:|D|cp\b|-?class-?path)/.test(value)

/** An address from which a Java program would fetch data, or code. */
const leadsElsewhere = (value: string) => /jdbc:|\b(?:ldaps?|rmi|jndi):/i.test(value)

/** What a form shows in place of a secret must never be written over it. */
function isMasked(value: string, isSecret: boolean): boolean {
  // Also a part of it, and as an address bar or JSON writes it.
  if (/•|%E2%80%A2|\\u2022|&bull;|&#(?:8226|x2022);/i.test(value)) return true
  if (isSecret) return value.includes('***')
  return /^\s*\*{3,}\s*$|"\*{3,}"/.test(value)
}

function typeFault(key: ConfigKey, value: string): ConfigFault | undefined {
  if (value === '' && key.canBeEmpty) return undefined
  switch (key.type) {
    case 'text':
      return undefined
    case 'integer':
      return integerFault(value, key.range)
    case 'epoch-seconds':
      return /^\d{10}$/.test(value) ? undefined : 'wrong-type'
    case 'boolean':
      return value === 'true' || value === 'false' ? undefined : 'wrong-type'
    case 'enum':
      return key.values?.includes(value) ? undefined : 'not-in-values'
    case 'list':
      return value.split(',').every((part) => part.trim() !== '') ? undefined : 'wrong-type'
    case 'json':
      return isJson(value) ? undefined : 'wrong-type'
    case 'jvm':
      return undefined // told before
    default:
      return key.type satisfies never
  }
}

function integerFault(value: string, range: ConfigKey['range'] = {}): ConfigFault | undefined {
  if (!/^(?:0|-?[1-9]\d{0,18})$/.test(value)) return 'wrong-type'
  const { min = -Infinity, max = Number.MAX_SAFE_INTEGER } = range
  return Number(value) < min || Number(value) > max ? 'out-of-range' : undefined
}

function isJson(value: string): boolean {
  try {
    JSON.parse(value)
    return true
  } catch {
    return false
  }
}

/** How long a text is on the wire; what is no character at all counts three. */
function utf8Bytes(text: string): number {
  let bytes = 0
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0
    if (code < 0x80) bytes += 1
    else if (code < 0x800) bytes += 2
    else bytes += code < 0x10000 ? 3 : 4
  }
  return bytes
}
