import { createTransport, type CallLine } from './transport.ts'
import { createWriters, type Writers } from './writers.ts'

/** Milliseconds. `readMs` and `writeMs` bound a whole call, from start to the reply's last byte. */
export type CmTimeouts = {
  readonly readMs: number
  readonly writeMs: number
  readonly connectMs: number
}

export type CmClientOptions = {
  /** `http://host:8088`, with a path prefix where a proxy needs one; no credentials in it. */
  readonly url: string
  readonly timeouts?: Partial<CmTimeouts>
  /** Every write then throws `READ_ONLY` before anything is sent. */
  readonly readOnly?: boolean
  /** Told once about every call, when it has ended; must not throw. */
  readonly observe?: (line: CallLine) => void
}

export type CmClient = {
  readonly writers: Writers
  /** Refuses new calls, and resolves when the last call that is out has ended, at its deadline at worst. */
  close: () => Promise<void>
}

/** CM itself waits 60 s for its agent before it answers a write (CM-RESOAT000011, cm-api.md §1.6). */
const DEFAULT_TIMEOUTS: CmTimeouts = { readMs: 5_000, writeMs: 90_000, connectMs: 3_000 }

/**
 * A client of one Cluster Manager. Its calls resolve with what CM said or throw `CmError`;
 * nothing is ever retried and redirects are never followed.
 */
export function createCmClient(options: CmClientOptions): CmClient {
  const transport = createTransport({
    url: options.url,
    timeouts: { ...DEFAULT_TIMEOUTS, ...options.timeouts },
    readOnly: options.readOnly ?? false,
    observe: options.observe ?? (() => {}),
  })

  return { writers: createWriters(transport), close: transport.close }
}
