import { isIP } from 'node:net'
import { networkInterfaces } from 'node:os'

interface Options {
  publicOrigin: string | undefined
  /** The address that is listened on, one of this machine's own. */
  host: string
}

/** Under which names a request may reach us, and which pages may send changes. */
export interface OwnAddresses {
  origins: ReadonlySet<string>
  /** As a request names them. */
  hosts: ReadonlySet<string>
}

/** As a listener names all addresses of its machine. */
const wildcards = new Set(['0.0.0.0', '::'])

/** Whether only this machine can reach a listener. */
export const isLoopback = (host: string): boolean =>
  host === 'localhost' || host === '::1' || (isIP(host) === 4 && host.startsWith('127.'))

/**
 * On loopback the three spellings of this machine count as one. Pages come from the public origin alone
 * where one is configured; a health check or a script on this machine may go on calling it by its own names.
 */
export function ownAddresses(port: number, { publicOrigin, host }: Options): OwnAddresses {
  const listening = wildcards.has(host) ? addressesHere() : [host]
  const local = ['127.0.0.1', 'localhost', '::1', ...listening].map(
    (own) => new URL(`http://${own.includes(':') ? `[${own}]` : own}:${port}`).origin,
  )
  const isElsewhere = publicOrigin !== undefined && !local.includes(publicOrigin)
  const origins = isElsewhere ? [publicOrigin] : local
  return {
    origins: new Set(origins),
    hosts: new Set([...local, ...origins].flatMap((origin) => URL.parse(origin)?.host ?? [])),
  }
}

const addressesHere = (): string[] =>
  Object.values(networkInterfaces()).flatMap((addresses = []) =>
    addresses.filter(({ scopeid }) => !scopeid).map(({ address }) => address),
  )
