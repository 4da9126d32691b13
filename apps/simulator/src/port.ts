import { once } from 'node:events'
import type { Server } from 'node:http'

/** The port that CM listens on. */
export interface Port {
  /** Refuses connections for a while, real time; those that are under way are served yet. */
  shut: (ms: number) => void
  /** Ends that at once; connections are accepted when it resolves. */
  open: () => Promise<void>
  /** It stays as it is from now on. */
  leave: () => void
}

export function createPort(server: Server): Port {
  let reopening: NodeJS.Timeout | undefined
  let place: { port: number; host: string } | undefined
  const open = async () => {
    clearTimeout(reopening)
    if (place === undefined) return
    server.listen(place)
    place = undefined
    await once(server, 'listening')
  }
  return {
    open,
    shut: (ms) => {
      const address = server.address()
      // Nobody has opened it where calls are injected.
      if (typeof address === 'object' && address !== null) {
        place = { port: address.port, host: address.address }
        server.close()
        server.closeIdleConnections()
      }
      clearTimeout(reopening)
      reopening = setTimeout(() => void open(), ms).unref()
    },
    leave: () => clearTimeout(reopening),
  }
}
