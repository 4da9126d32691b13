import { getSession, type Session } from '@wheelhouse/contract'
import { routeOf, type App } from '../../route.ts'

export async function sessionRoutes(app: App, { session }: { session: Session }) {
  app.route({ ...routeOf(getSession), handler: async () => session })
}
