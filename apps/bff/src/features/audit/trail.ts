import type { AuditFilter, AuditRecord } from '@wheelhouse/contract'
import type { Kysely, Transaction } from 'kysely'
import type { Database } from '../../database/schema.ts'
import { askedNow } from '../../plugins/asked.ts'
import { link, origin, verifyChain, type ChainReport, type Link } from './chain.ts'
import { narrowed } from './filter.ts'
import { machine, recordOf, rowOf, type AuditEntry, type Listed } from './rows.ts'
import { isUnfinished, unfinishedAfter } from './unfinished.ts'

/** So many records are read at once where all of them are. */
const pageSize = 500
/** A record of this length needs room that no page of the database has left. */
const probeBytes = 16 * 1024

interface Options {
  db: Kysely<Database>
  /** The master key's `audit` part. */
  key: Buffer
  /** Epoch milliseconds. */
  clock: () => number
  /** What was begun so long ago and has no end on record is unfinished; a call's longest time and a minute. */
  unfinishedAfterMs?: number
}

/** Who did what, when: records that only ever grow in number, each chained to the one before. */
export class AuditTrail {
  readonly #options: Options
  readonly #listeners = new Set<(seq: number) => void>()

  constructor(options: Options) {
    this.#options = options
  }

  /**
   * Puts an entry on record inside a transaction, so that it is durable together with what it tells of,
   * or neither is. Answers its `seq`. Throws the database's error where the record can't be written, or
   * where another process took that place first: then the transaction must fail as well.
   */
  async append(transaction: Transaction<Database>, entry: AuditEntry): Promise<number> {
    const { key, clock } = this.#options
    const previous = await newestIn(transaction)
    const row = rowOf(entry, { seq: previous.seq + 1, nowMs: clock(), asked: askedNow() })
    await transaction
      .insertInto('audit')
      .values(link(row, previous, key))
      .execute()
    for (const listener of this.#listeners) listener(row.seq)
    return row.seq
  }

  /** Calls back with the place of each record that is being written: its transaction may still fail. */
  onAppend(listener: (seq: number) => void) {
    this.#listeners.add(listener)
  }

  /** Throws the database's error where no record could be written now: tries it, and takes it back. */
  async probe() {
    const undone = new Error('undone')
    const entry: AuditEntry = {
      kind: 'process.started',
      actor: machine,
      body: { padding: ' '.repeat(probeBytes) },
    }
    await this.#options.db
      .transaction()
      .execute(async (transaction) => {
        await this.append(transaction, entry)
        throw undone
      })
      .catch((error: unknown) => {
        if (error !== undone) throw error
      })
  }

  /** Puts an entry on record that stands for itself. */
  async record(entry: AuditEntry): Promise<number> {
    return this.#options.db.transaction().execute((transaction) => this.append(transaction, entry))
  }

  /** The newest first; `before` is the `seq` at which the page before ended. */
  async list(
    filter: AuditFilter,
    { before, limit = 100 }: { before?: number | undefined; limit?: number } = {},
  ): Promise<AuditRecord[]> {
    const rows = await this.#options.db
      .selectFrom('audit')
      .selectAll()
      .select(isUnfinished(this.#begunBefore).as('is_unfinished'))
      .where(narrowed(filter, this.#begunBefore))
      .$if(before !== undefined, (query) => query.where('seq', '<', before ?? 0))
      .orderBy('seq', 'desc')
      .limit(limit)
      .execute()
    return rows.map(recordOf)
  }

  async count(filter: AuditFilter): Promise<number> {
    const { count } = await this.#options.db
      .selectFrom('audit')
      .select(({ fn }) => fn.countAll().as('count'))
      .where(narrowed(filter, this.#begunBefore))
      .executeTakeFirstOrThrow()
    return Number(count)
  }

  /** Every record that the filter lets through, the oldest first, a page at a time; `through` is the last `seq`. */
  async *export(filter: AuditFilter, { through = Infinity } = {}): AsyncGenerator<AuditRecord> {
    for await (const row of this.#rows(filter)) {
      if (row.seq > through) return
      yield recordOf(row)
    }
  }

  /** Follows the whole chain, to an `anchor` at least, without holding more than a page of it. */
  async verify({ anchor }: { anchor?: Link | undefined } = {}): Promise<ChainReport> {
    return verifyChain(this.#rows({}, { isJudged: false }), this.#options.key, { anchor })
  }

  /** The newest record's place, to which the next one will be linked. */
  async head(): Promise<Link> {
    return newestIn(this.#options.db)
  }

  get #begunBefore(): number {
    const { clock, unfinishedAfterMs = unfinishedAfter() } = this.#options
    return clock() - unfinishedAfterMs
  }

  /** Page after page; not `isJudged` where nobody asks what is unfinished. */
  async *#rows(filter: AuditFilter, { isJudged = true } = {}): AsyncGenerator<Listed> {
    for (let after = Number.MIN_SAFE_INTEGER; ;) {
      const rows = await this.#options.db
        .selectFrom('audit')
        .selectAll()
        .$if(isJudged, (query) => query.select(isUnfinished(this.#begunBefore).as('is_unfinished')))
        .where(narrowed(filter, this.#begunBefore))
        .where('seq', '>', after)
        .orderBy('seq')
        .limit(pageSize)
        .execute()
      yield* rows
      const last = rows.at(-1)
      if (!last || rows.length < pageSize) return
      after = last.seq
    }
  }
}

async function newestIn(db: Kysely<Database>): Promise<Link> {
  const newest = await db
    .selectFrom('audit')
    .select(['seq', 'mac'])
    .orderBy('seq', 'desc')
    .limit(1)
    .executeTakeFirst()
  return newest ?? origin
}
