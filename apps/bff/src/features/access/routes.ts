import type { App } from '../../http/route.ts'
import type { Access } from './access.ts'
import { sessionOf, type Installation } from './session-view.ts'
import { sessionRoutes } from './sessions/routes.ts'
import { signInRoutes } from './sign-in/routes.ts'
import { tokenRoutes } from './tokens/routes.ts'
import { userRoutes } from './users/routes.ts'

interface Options {
  access: Access
  installation: Installation
  /** Epoch milliseconds. */
  clock: () => number
}

/** Everything that is asked and changed about who may come in. */
export async function identityRoutes(app: App, { access, installation, clock }: Options) {
  const view = sessionOf(access, installation)
  await app.register(signInRoutes, { access, sessionOf: view })
  await app.register(sessionRoutes, { access, sessionOf: view })
  await app.register(userRoutes, { access })
  await app.register(tokenRoutes, { access, clock })
}
