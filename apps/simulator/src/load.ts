import type { ServerResponse } from 'node:http'

/** How much CM is asked, so that a bench need not count calls itself. */
export interface Load {
  /** Calls that change nothing, and all others. */
  reads: number
  writes: number
  /** Calls whose answer is not out yet; one that is never answered counts until its caller hangs up. */
  inFlight: number
  mostInFlight: number
}

export interface LoadGauge {
  count: (call: { reads: boolean }, response: ServerResponse) => void
  now: () => Readonly<Load>
  /** From nothing again, but for the calls that are out. */
  reset: () => void
}

export function createLoadGauge(): LoadGauge {
  const load: Load = { reads: 0, writes: 0, inFlight: 0, mostInFlight: 0 }
  const end = () => {
    load.inFlight -= 1
  }
  return {
    count: ({ reads }, response) => {
      if (reads) load.reads += 1
      else load.writes += 1
      load.inFlight += 1
      load.mostInFlight = Math.max(load.mostInFlight, load.inFlight)
      response.once('close', end)
    },
    now: () => ({ ...load }),
    reset: () => {
      Object.assign(load, { reads: 0, writes: 0, mostInFlight: load.inFlight })
    },
  }
}
