import type { ServerResponse } from 'node:http'
import { heartbeatSeconds } from '@wheelhouse/contract'
import { deflatePiece } from './deflate.ts'
import { Outbox, type Change } from './outbox.ts'
import { revisionOf, seqOf } from './revision.ts'
import { Ring } from './ring.ts'
import { Stream, type Message } from './stream.ts'

/** The first change leaves at once, the next ones together after this. */
const flushEveryMs = 100
/** What every reading moves can wait longer: its next one is a second away at best. */
const partsEveryMs = 500
/** So many rows in one message, so that ten thousand that change at once hold up nothing else. */
const mostRows = 500
/** How long, and how much of it, is known to whoever was away. */
const resumable = { longestMs: 60_000, mostBytes: 8 * 1024 * 1024 }
/** A reader that takes nothing for so long is gone. */
const patienceMs = 300_000
/** Of streams that are cut together, so many may come back in a second. */
const returnsPerSecond = 100

/** Everything, as a message of the revision with this number. */
export interface Snapshot extends Message {
  seq: number
}

interface Options {
  epoch: string
  /** No older than the message with this number. */
  snapshot: (notBefore: number) => Promise<Snapshot>
  /** Epoch milliseconds as the API writes them. */
  now: () => string
  steady: () => number
  /** 0 to 1. */
  chance: () => number
  onBug: (error: unknown) => void
}

/**
 * Tells every stream what changed, each message encoded and compressed once for all of them. While nobody
 * listens, nor may come back to hear what was missed, changes are counted and not encoded.
 */
export class Broadcast {
  readonly #options: Options
  readonly #outbox = new Outbox()
  readonly #ring = new Ring(resumable)
  readonly #streams = new Set<Stream>()
  #changes = 0
  #flushedMs = Number.NEGATIVE_INFINITY
  #next: { timer: NodeJS.Timeout; atMs: number } | undefined
  /** Until when somebody may come back. */
  #followedUntilMs = Number.NEGATIVE_INFINITY
  readonly #heartbeat: NodeJS.Timeout

  constructor(options: Options) {
    this.#options = options
    this.#heartbeat = setInterval(() => this.#beat(), heartbeatSeconds * 1000).unref()
  }

  /** Of the last message. */
  get seq(): number {
    return this.#ring.newest
  }

  get revision(): string {
    return revisionOf(this.#options.epoch, this.seq)
  }

  /** How many changes there were, told or not: as long as it stays, so does the estate. */
  get changes(): number {
    return this.#changes
  }

  /** Whether somebody listens, or may come back to. */
  get isFollowed(): boolean {
    return this.#streams.size > 0 || this.#options.steady() <= this.#followedUntilMs
  }

  /** Somebody was told the revision and may want to go on from it. */
  expectReturn() {
    this.#followedUntilMs = this.#options.steady() + resumable.longestMs
  }

  put(change: Change) {
    this.#changes += 1
    this.#outbox.put(change)
    this.#plan(change.isPart ? partsEveryMs : flushEveryMs)
  }

  /** Tells a new stream what it does not know, then all that happens; the answer's head has been sent. */
  open(
    response: ServerResponse,
    { isGzip, since }: { isGzip: boolean; since: string | undefined },
  ) {
    const { chance, epoch } = this.#options
    const stream = new Stream(response, { isGzip })
    this.#streams.add(stream)
    response.once('close', () => {
      this.#streams.delete(stream)
      this.expectReturn()
    })
    const retryMs = 1000 + (chance() * this.#streams.size * 1000) / returnsPerSecond
    stream.tell(`retry: ${Math.round(retryMs)}\n\n`)
    void this.#bring(stream, seqOf(since, epoch))
  }

  /** Ends all streams. */
  close() {
    clearInterval(this.#heartbeat)
    clearTimeout(this.#next?.timer)
    for (const stream of this.#streams) stream.end()
  }

  #plan(pauseMs: number) {
    const { steady } = this.#options
    const atMs = this.#flushedMs + pauseMs
    if (this.#next && this.#next.atMs <= atMs) return
    clearTimeout(this.#next?.timer)
    const timer = setTimeout(() => this.#flush(), Math.max(0, atMs - steady())).unref()
    this.#next = { timer, atMs }
  }

  #flush() {
    const nowMs = this.#options.steady()
    this.#next = undefined
    this.#flushedMs = nowMs
    if (!this.isFollowed) {
      this.#outbox.clear()
      this.#ring.restart(this.seq + 1)
      return
    }
    const texts = this.#outbox.take(mostRows)
    const id = revisionOf(this.#options.epoch, this.seq + 1)
    const message = messageOf(`id: ${id}\ndata: [${texts.join(',')}]\n\n`)
    this.#ring.push({ deflated: message.deflated, plainBytes: message.plain().length }, nowMs)
    this.#tell(message)
    if (this.#outbox.size > 0) this.#plan(0)
  }

  #tell(message: Message) {
    const nowMs = this.#options.steady()
    for (const stream of this.#streams) {
      if (!stream.isLive) {
        if (nowMs - (stream.stalledSinceMs ?? nowMs) > patienceMs) stream.destroy()
      } else if (stream.hasBacklog) {
        stream.isLive = false
        stream.stalledSinceMs = nowMs
        stream.onDrained(() => void this.#bring(stream, stream.seq))
      } else {
        stream.write(message)
        stream.seq = this.seq
      }
    }
    this.#heartbeat.refresh()
  }

  /** A quiet estate and a dead line can be told apart. */
  #beat() {
    if (this.#streams.size === 0) return
    const event = JSON.stringify([{ type: 'heartbeat', at: this.#options.now() }])
    this.#tell(messageOf(`data: ${event}\n\n`))
  }

  /** Tells a stream what came after the message that it knows, or everything; from then on it is live. */
  async #bring(stream: Stream, known: number | undefined): Promise<void> {
    try {
      stream.stalledSinceMs = undefined
      let missed = known === undefined ? undefined : this.#ring.after(known)
      if (!missed || !stream.canTake(missed)) {
        const snapshot = await this.#options.snapshot(Math.max(this.#ring.base, known ?? 0))
        // It may have been made of a moment that is forgotten by now.
        missed = this.#ring.after(snapshot.seq)
        if (!missed) return await this.#bring(stream, undefined)
        if (stream.isClosed) return
        stream.write(snapshot)
      }
      if (stream.isClosed) return
      stream.writeKept(missed)
      stream.seq = this.seq
      stream.isLive = true
    } catch (error) {
      this.#options.onBug(error)
      stream.destroy()
    }
  }
}

function messageOf(text: string): Message {
  const bytes = Buffer.from(text)
  return { deflated: deflatePiece(bytes), plain: () => bytes }
}
