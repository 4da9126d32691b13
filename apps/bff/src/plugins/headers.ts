import helmet from '@fastify/helmet'
import fp from 'fastify-plugin'
import { isLoopback } from './own-addresses.ts'

interface Options {
  publicOrigin: string | undefined
  host: string
}

/** Nothing of this is the page's business. */
const permissionsPolicy = [
  'camera',
  'display-capture',
  'geolocation',
  'microphone',
  'payment',
  'usb',
]
  .map((feature) => `${feature}=()`)
  .join(', ')

/** What every answer says to a browser, unless its route says otherwise: show it nowhere, keep nothing of it. */
export const headers = fp<Options>(
  async (app, { publicOrigin, host }) => {
    const isSecure = publicOrigin?.startsWith('https:') ?? false
    // Over plain http, browsers ignore these two with an error on the console each time, but on loopback.
    const isTrustworthy = isSecure || (publicOrigin === undefined && isLoopback(host))

    await app.register(helmet, {
      contentSecurityPolicy: {
        useDefaults: false,
        directives: { defaultSrc: ["'none'"], sandbox: [], frameAncestors: ["'none'"] },
      },
      referrerPolicy: { policy: 'no-referrer' },
      xFrameOptions: { action: 'deny' },
      strictTransportSecurity: isSecure,
      crossOriginOpenerPolicy: isTrustworthy,
      originAgentCluster: isTrustworthy,
    })
    const always = { 'cache-control': 'no-store', 'permissions-policy': permissionsPolicy }
    app.addHook('onRequest', (_request, reply, done) => {
      void reply.headers(always)
      done()
    })
  },
  { name: 'headers' },
)
