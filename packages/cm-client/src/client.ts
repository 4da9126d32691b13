import { variablesOf } from './bind.ts'
import { useUp, type WritePermit } from './permit.ts'
import { send, type SendOptions } from './request.ts'
import { createTransport, type CallLine, type CmTimeouts } from './transport.ts'
import { writeReply, type WriteReply } from './write-reply.ts'
import { createWriters, type Writers } from './writers.ts'

export type CmClientOptions = {
  /** `http://host:8088`, with a path prefix where a proxy needs one; no credentials in it. */
  readonly url: string
  readonly timeouts?: Partial<CmTimeouts>
  /**
   * Asked in the moment in which a write would begin to leave, and each time anew: while it says yes, every
   * write throws `READ_ONLY` and nothing is sent. Must not throw.
   */
  readonly isReadOnly?: () => boolean
  /** Told once about every call, when it has ended; must not throw. */
  readonly observe?: (line: CallLine) => void
}

export type CmClient = {
  readonly writers: Writers
  /**
   * Sends the write that is permitted as it was shown, once, never again. Resolves when CM said
   * `isSuccess: true`, which is not yet "it happened"; throws `CmError`, and a `TypeError` before anything
   * is sent for a permit that was used, and a call that is no write or has a variable left in it.
   */
  readonly write: (permit: WritePermit, options?: SendOptions) => Promise<WriteReply>
  /** Refuses new calls, and resolves when the last call that is out has ended, at its deadline at worst. */
  close: () => Promise<void>
}

/** CM itself waits 60 s for its agent before it answers a write (CM-RESOAT000011, cm-api.md §1.6). */
export const defaultTimeouts: CmTimeouts = { readMs: 5_000, writeMs: 90_000, connectMs: 3_000 }

/**
 * A client of one Cluster Manager. Its calls resolve with what CM said or throw `CmError`;
 * nothing is ever retried and redirects are never followed.
 */
export function createCmClient(options: CmClientOptions): CmClient {
  const transport = createTransport({
    url: options.url,
    timeouts: { ...defaultTimeouts, ...options.timeouts },
    isReadOnly: options.isReadOnly ?? (() => false),
    observe: options.observe ?? (() => {}),
  })

  return {
    writers: createWriters(transport),
    write: async (permit, sending) => {
      const call = useUp(permit)
      if (call.effect !== 'write') throw new TypeError(`${call.path} is no write`)
      const [unbound] = variablesOf(call)
      if (unbound !== undefined) throw new TypeError(`${call.path}: $${unbound} is not bound`)
      return send(transport, call, { ...sending, read: (reply) => writeReply(call, reply) })
    },
    close: transport.close,
  }
}
