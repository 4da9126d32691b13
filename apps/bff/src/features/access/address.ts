import { isIP } from 'node:net'
import type { FastifyRequest } from 'fastify'

/**
 * From which address a request comes: the connection's, or what a trusted proxy tells. What such a proxy
 * hands on without looking at it may be no address at all.
 */
export function addressOf({ ip }: Pick<FastifyRequest, 'ip'>): string {
  // IPv4 in its own spelling, also where the socket is one for both families.
  const address = ip.replace(/^::ffff:(?=[\d.]+$)/iu, '')
  return isIP(address) === 0 ? 'unknown' : address
}

/** Whom a limit by address holds: of IPv6, the network that one subscriber has. */
export function limitedAs(address: string): string {
  if (isIP(address) !== 6) return address
  const [head = '', tail = ''] = address.replace(/%.*$/u, '').split('::')
  const before = head.split(':').filter(Boolean)
  const after = tail.split(':').filter(Boolean)
  const zeros = Array.from({ length: Math.max(0, 8 - before.length - after.length) }, () => '0')
  const network = [...before, ...zeros, ...after].slice(0, 4)
  return `${network.map((group) => Number.parseInt(group, 16).toString(16)).join(':')}::/64`
}
