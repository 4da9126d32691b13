import type { ServerResponse } from 'node:http'
import { deflatePiece, gzipHeader, inflatePiece } from './deflate.ts'
import type { Kept } from './ring.ts'

/** A message in both forms; the plain one is made where somebody wants it. */
export interface Message {
  deflated: Buffer
  plain: () => Buffer
}

/** What waits in a connection for a reader: more than this, and it hears nothing until it has read. */
const mostBacklogBytes = 512 * 1024

/** One open event stream: what its connection takes, and how far it has been told. */
export class Stream {
  readonly #response: ServerResponse
  readonly isGzip: boolean
  /** The number of the last message that was written to it. */
  seq = 0
  /** Whether it hears each message as it comes; else it is being brought there. */
  isLive = false
  /** Since when it has not read, steady milliseconds. */
  stalledSinceMs: number | undefined

  constructor(response: ServerResponse, { isGzip }: { isGzip: boolean }) {
    this.#response = response
    this.isGzip = isGzip
    // Its end is heard of as `close`; what failed is the connection.
    response.on('error', () => response.destroy())
    if (isGzip) response.write(gzipHeader)
  }

  get isClosed(): boolean {
    return this.#response.destroyed || this.#response.writableEnded
  }

  get hasBacklog(): boolean {
    return this.#response.writableLength > mostBacklogBytes
  }

  write({ deflated, plain }: Message) {
    if (!this.isClosed) this.#response.write(this.isGzip ? deflated : plain())
  }

  /** Whether what it missed is little enough to be told message by message. */
  canTake(missed: readonly Kept[]): boolean {
    const bytes = missed.map(({ deflated, plainBytes }) =>
      this.isGzip ? deflated.length : plainBytes,
    )
    return bytes.reduce((sum, one) => sum + one, 0) <= mostBacklogBytes
  }

  writeKept(missed: readonly Kept[]) {
    for (const { deflated } of missed) this.write({ deflated, plain: () => inflatePiece(deflated) })
  }

  /** What only this one is told. */
  tell(text: string) {
    const bytes = Buffer.from(text)
    this.#response.write(this.isGzip ? deflatePiece(bytes) : bytes)
  }

  onDrained(listener: () => void) {
    this.#response.once('drain', listener)
  }

  end() {
    this.#response.end()
  }

  destroy() {
    this.#response.destroy()
  }
}
