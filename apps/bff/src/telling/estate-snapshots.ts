import { deflateLarge, deflatePiece, gzipFile } from '../features/events/deflate.ts'
import type { Broadcast, Snapshot } from '../features/events/broadcast.ts'
import { revisionOf } from '../features/events/revision.ts'
import type { Sight } from './sight.ts'

interface Options {
  epoch: string
  sight: Sight
  broadcast: Pick<Broadcast, 'seq' | 'changes' | 'expectReturn'>
  /** Epoch milliseconds as the API writes them. */
  now: () => string
  steady: () => number
}

/** A moment lasts so long, though something else has changed: many may ask at once. */
const freshForMs = 1000
/** What nobody has asked for since takes up no room. */
const keptForMs = 10_000

interface Piece {
  said: Buffer
  deflated: Buffer
}

/** All rows as they were at one moment, encoded and compressed once for the list and for the stream. */
interface Moment {
  seq: number
  changes: number
  madeMs: number
  count: number
  /** The rows with commas between, the worst first. */
  rows: Promise<Piece>
  list: Promise<Buffer> | undefined
}

/** The list of all components, ready to be sent. */
export interface WholeList {
  etag: string
  json: () => Promise<Buffer>
  gzip: () => Promise<Buffer>
}

/** The estate as a whole, for the list and for the stream's beginning, made anew once a second at most. */
export class EstateSnapshots {
  readonly #options: Options
  #latest: Moment | undefined
  #forgetting: NodeJS.Timeout | undefined

  constructor(options: Options) {
    this.#options = options
  }

  /** What is asked for from now on is of after this call. */
  outdate() {
    this.#latest = undefined
  }

  list(): WholeList {
    const moment = this.#moment(0)
    this.#options.broadcast.expectReturn()
    const revision = revisionOf(this.#options.epoch, moment.seq)
    const ends = [
      '{"items":[',
      `],"total":${moment.count},"revision":${JSON.stringify(revision)}}`,
    ] as const
    return {
      // Weak: it is that of the compressed form as well.
      etag: `W/"${revision}-${moment.changes}"`,
      json: async () => Buffer.concat((await piecesOf(moment, ends)).map(({ said }) => said)),
      gzip: () => (moment.list ??= piecesOf(moment, ends).then(gzipFile)),
    }
  }

  /** The stream's first message, of no message before this one. */
  async message(notBefore: number): Promise<Snapshot> {
    const { epoch, sight, now } = this.#options
    const moment = this.#moment(notBefore)
    const revision = revisionOf(epoch, moment.seq)
    const head = { type: 'snapshot', at: now(), revision }
    const pieces = await piecesOf(moment, [
      `id: ${revision}\ndata: [${JSON.stringify(head).slice(0, -1)},"components":[`,
      `],"clusters":${JSON.stringify(sight.clusters())}}]\n\n`,
    ])
    return {
      seq: moment.seq,
      deflated: Buffer.concat(pieces.map(({ deflated }) => deflated)),
      plain: () => Buffer.concat(pieces.map(({ said }) => said)),
    }
  }

  #moment(notBefore: number): Moment {
    const { broadcast, steady } = this.#options
    const latest = this.#latest
    if (latest && latest.seq >= notBefore) {
      if (latest.changes === broadcast.changes || steady() - latest.madeMs < freshForMs)
        return latest
    }
    const made = this.#make()
    this.#latest = made
    clearTimeout(this.#forgetting)
    this.#forgetting = setTimeout(() => {
      if (this.#latest === made) this.#latest = undefined
      // A timer that has run holds on to what it was about.
      this.#forgetting = undefined
    }, keptForMs).unref()
    return made
  }

  #make(): Moment {
    const { sight, broadcast, steady } = this.#options
    const ids = sight.ids()
    const said = Buffer.from(ids.map((id) => sight.json(id)).join(','))
    return {
      seq: broadcast.seq,
      changes: broadcast.changes,
      madeMs: steady(),
      count: ids.length,
      rows: deflateLarge(said).then((deflated) => ({ said, deflated })),
      list: undefined,
    }
  }
}

async function piecesOf({ rows }: Moment, [before, after]: readonly [string, string]) {
  return [piece(before), await rows, piece(after)]
}

function piece(text: string): Piece {
  const said = Buffer.from(text)
  return { said, deflated: deflatePiece(said) }
}
