import './zod.ts'
import './styles/tokens.css'
import { createRoot } from 'react-dom/client'
import { isPageServed } from './api/call.ts'
import { startLive } from './api/live.ts'
import { clustersQuery, componentsQuery, createQueryClient, sessionQuery } from './api/queries.ts'
import { App } from './app.tsx'
import { preferredLocale, speak } from './i18n/locale.ts'
import { pageNonce } from './lib/nonce.ts'
import { reloadWhenOutdated } from './lib/outdated.ts'
import { startScheme } from './lib/scheme.ts'

// Where the libraries under Mantine's dialogs look for it (`get-nonce`).
Object.assign(globalThis, { __webpack_nonce__: pageNonce() })
startScheme()

reloadWhenOutdated({
  clock: Date.now,
  isServed: () => isPageServed(window.location.href),
  reload: () => window.location.reload(),
})

const client = createQueryClient()
startLive(client, { clock: Date.now, openStream: (url) => new EventSource(url) })
// Asked for beside the language, not after it.
void client.prefetchQuery(sessionQuery)
void client.prefetchQuery(clustersQuery)
void client.prefetchQuery(componentsQuery)

await speak(preferredLocale())
const place = document.querySelector('#root')
if (place) createRoot(place).render(<App client={client} />)
