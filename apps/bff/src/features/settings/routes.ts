import { changeSettings, getSettings } from '@wheelhouse/contract'
import { principalOf } from '../../plugins/access.ts'
import { routeOf, type App } from '../../http/route.ts'
import type { ProductSettings } from './product-settings.ts'

export async function settingsRoutes(app: App, { product }: { product: ProductSettings }) {
  app.route({ ...routeOf(getSettings), handler: async () => product.all })

  app.route({
    ...routeOf(changeSettings),
    handler: async (request) => {
      await product.setReadOnly(request.body.readOnly, principalOf(request).actor)
      return product.all
    },
  })
}
