import { fastifyCookie } from '@fastify/cookie'
import { isInsecure } from '../config/access.ts'
import type { Config } from '../config/config.ts'
import { accessOf } from '../features/access/access.ts'
import { identityRoutes } from '../features/access/routes.ts'
import type { AuditTrail } from '../features/audit/trail.ts'
import { newId } from '../id.ts'
import type { App } from '../http/route.ts'

interface Options {
  config: Config
  trail: AuditTrail
  /** The part of the master key that hides the names with which signing in failed. */
  key: Buffer
  version: string
  isReadOnly: () => boolean
  clock: () => number
  steady: () => number
  /** Tells whoever started the product. */
  say: (sentence: string) => void
  onBug: (error: unknown) => void
}

/** Who comes in: people with their sessions, scripts with their tokens, and the routes of both. */
export async function identify(app: App, options: Options) {
  const { config, version, isReadOnly, clock } = options
  // Read where a session is looked for, and not for every file of the page.
  await app.register(fastifyCookie, { hook: false })
  const identity = await accessOf({ ...options, db: app.db, newId })
  const installation = {
    isOpen: config.auth === 'none',
    mode: config.mode,
    version,
    isInsecure: isInsecure(config),
    isReadOnly,
  }
  await app.register(identityRoutes, { access: identity, installation, clock })

  app.addHook('onListen', async () => {
    const here = app.listeningOrigin.replace('[::]', 'localhost').replace('0.0.0.0', 'localhost')
    identity.setup.announce(config.publicOrigin ?? here)
  })
  app.addHook('onClose', async () => identity.close())
  return identity
}
