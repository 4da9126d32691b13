import { isIP } from 'node:net'
import * as z from 'zod'
import { number, yesOrNo } from './values.ts'
import { isLoopback } from '../plugins/own-addresses.ts'

/** Who may come in, and how: the part of the configuration that this file's other half holds together. */
export const accessKeys = {
  /** `none`: whoever reaches us may do everything. Left out, that is so for a demo on this machine alone. */
  auth: z.enum(['none', 'local'], "must be 'none' or 'local'").optional(),
  /** Passwords and sessions may travel over a network as plain http. */
  insecureHttp: yesOrNo.default(false),
  /** Addresses and CIDR ranges whose `X-Forwarded-For` is believed; a variable separates them by commas. */
  trustedProxies: z
    .union([
      z.array(z.string()),
      z.string().transform((text) => text.split(',').map((part) => part.trim())),
    ])
    .pipe(z.array(z.string().refine(isRange, 'must be addresses or ranges like 10.0.0.0/8')))
    .default([]),
  session: z
    .strictObject({
      /** A session that nothing comes in from for so long ends. */
      idleMinutes: number.pipe(z.number().min(1).max(1440)).default(30),
      /** It ends after so long whatever is done with it. */
      hours: number.pipe(z.number().min(0.1).max(720)).default(12),
    })
    .prefault({}),
  /** A file `{ name, password }` that makes the first administrator where there is none yet. */
  bootstrapFile: z.string().min(1).optional(),
  /** No Cluster Manager is sent anything that changes it, and nobody can switch that off in the product. */
  readOnly: yesOrNo.default(false),
}

/** Where the flags of these keys, and the variables of the same names, stand. */
export const accessPlaces = {
  auth: 'auth',
  'insecure-http': 'insecureHttp',
  'trusted-proxies': 'trustedProxies',
  'session-idle-minutes': 'session.idleMinutes',
  'session-hours': 'session.hours',
  'bootstrap-file': 'bootstrapFile',
  'read-only': 'readOnly',
} as const

interface Given {
  listen: { host: string }
  publicOrigin?: string | undefined
  insecureHttp: boolean
  auth?: 'none' | 'local' | undefined
}

/** Who has to sign in where the configuration doesn't say: everybody, but for a demo on this machine alone. */
export const authOf = (given: Given, mode: 'demo' | 'real'): 'none' | 'local' =>
  given.auth ?? (mode === 'demo' && isLoopback(given.listen.host) ? 'none' : 'local')

/** Why nobody may listen like this, in one sentence; undefined where it is safe or asked for by name. */
export function refusedListening(given: Given, auth: 'none' | 'local'): string | undefined {
  const { host } = given.listen
  if (auth === 'none')
    return isLoopback(host)
      ? undefined
      : `listen.host is ${host} and auth is none: whoever reaches that address could do everything; use 127.0.0.1, or auth local`
  if (given.insecureHttp || isSecure(given)) return undefined
  if (!isLoopback(host))
    return `listen.host is ${host}: passwords would travel as plain http; set publicOrigin to the https address of the proxy in front, or insecureHttp true to accept that`
  return isElsewhere(given.publicOrigin)
    ? `publicOrigin is ${given.publicOrigin}: passwords would travel as plain http; make it https, or set insecureHttp true to accept that`
    : undefined
}

/** Whether browsers reach us by https. */
export const isSecure = ({ publicOrigin }: Pick<Given, 'publicOrigin'>): boolean =>
  publicOrigin?.startsWith('https:') ?? false

/** Whether what is said here travels unencrypted over a network. */
export const isInsecure = (given: Pick<Given, 'listen' | 'publicOrigin'>): boolean =>
  !isSecure(given) && (!isLoopback(given.listen.host) || isElsewhere(given.publicOrigin))

function isElsewhere(publicOrigin: string | undefined): boolean {
  const host = publicOrigin === undefined ? undefined : URL.parse(publicOrigin)?.hostname
  return host !== undefined && !isLoopback(host.replaceAll(/^\[|\]$/gu, ''))
}

function isRange(text: string): boolean {
  const [address = '', bits, ...more] = text.split('/')
  const family = isIP(address)
  if (family === 0 || more.length > 0) return false
  return (
    bits === undefined || (/^\d{1,3}$/u.test(bits) && Number(bits) <= (family === 6 ? 128 : 32))
  )
}
