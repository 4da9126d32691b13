import './trusted-types.ts'
import './zod.ts'
import './styles/tokens.css'
import { createRoot } from 'react-dom/client'
import { estate } from './api/estate.ts'
import { followSession } from './api/follow-session.ts'
import { ownHub, sharedHub } from './api/hub-port.ts'
import { startLive } from './api/live.ts'
import { createQueryClient } from './api/queries.ts'
import { App } from './app.tsx'
import { preferredLocale, speak } from './i18n/locale.ts'
import { isPageServed } from './lib/is-page-served.ts'
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
// Asked for beside the language, not after it.
followSession(client, {
  start: () => startLive(client, { estate, clock: Date.now, openHub: sharedHub() ?? ownHub }),
  reload: () => window.location.reload(),
})

await speak(preferredLocale())
const place = document.querySelector('#root')
if (place) createRoot(place).render(<App client={client} />)
