import { lower, withHosts, type AddressFault, type Led } from './address-parts.ts'
import type { AddressForm } from './config-key.ts'
import { readJdbc } from './jdbc.ts'

/** What an address is held against. */
export interface AddressBounds {
  /** What the key is set to now, secrets cut; null where nobody knows. */
  readonly current: string | null
  /** The hosts that the cluster's configuration allows beside it; `unknown` leaves the hosts to who knows them. */
  readonly hosts: readonly string[] | 'unknown'
}

/**
 * What is wrong with an address, or `undefined`. It stays of the class of what stands there now: the
 * same scheme, and no host but its own where the configuration allows no others. Without a host in it,
 * as in an account or a file's name, its form is all that can be told.
 */
export function addressFault(
  form: AddressForm,
  value: string,
  { current, hosts }: AddressBounds,
): AddressFault | undefined {
  const led = readAddress(form, value)
  if (typeof led === 'string') return led
  const now = current === null ? undefined : readAddress(form, bareOf(current))
  const known = typeof now === 'object' ? now : undefined
  if (known && known.scheme !== led.scheme) return 'not-an-address'
  if (hosts === 'unknown') return undefined
  const allowed = new Set([...(known?.hosts ?? []), ...hosts.map(lower)])
  return led.hosts.every((host) => allowed.has(host)) ? undefined : 'foreign-host'
}

const forms = {
  port: /^[1-9]\d{0,4}$/,
  account: /^[\p{L}\p{N}_][\p{L}\p{N}_.$:@#-]{0,255}$/u,
  name: /^[\p{L}\p{N}_][\p{L}\p{N}_.$-]{0,255}$/u,
  file: /^(?:\/[\p{L}\p{N}_-][\p{L}\p{N}_.-]*){1,32}$/u,
} as const

const httpUrl = /^(https?):\/\/([^/?#\s@]+)(?:\/[\w.~/-]*)?$/

function readAddress(form: AddressForm, value: string): Led | AddressFault {
  switch (form) {
    case 'jdbc':
      return readJdbc(value)
    case 'http':
      return readHttp(value)
    case 'hosts':
      return withHosts('', value.split(','))
    case 'host':
      return /[:,]/.test(value) ? 'not-an-address' : withHosts('', [value])
    case 'port':
    case 'account':
    case 'name':
    case 'file':
      return forms[form].test(value) ? { scheme: '', hosts: [] } : 'not-an-address'
    default:
      return form satisfies never
  }
}

function readHttp(value: string): Led | AddressFault {
  if (/^https?:\/\/[^/?#]*@/.test(value)) return 'address-credentials'
  const [, scheme, authority] = httpUrl.exec(value) ?? []
  if (scheme === undefined || authority === undefined) return 'not-an-address'
  return withHosts(scheme, [authority])
}

/** What is shown of an address that stands there already, without what was cut and what only tunes it. */
const bareOf = (shown: string): string =>
  shown
    .replace(/[?#].*$/s, '')
    .replace(/(:\/\/)[^/]*@/, '$1')
    .replace(/(:oracle:thin:)[^@]+@/, '$1@')
    .replace(/(\/[\w.$-]+):[^/]*$/, '$1')
    .trim()
