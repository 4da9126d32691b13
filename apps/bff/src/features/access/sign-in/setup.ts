import { randomBytes, timingSafeEqual } from 'node:crypto'
import { rmSync, writeFileSync } from 'node:fs'
import { everywhere } from '@wheelhouse/contract'
import type { Transaction } from 'kysely'
import type { Database } from '../../../database/schema.ts'
import { Problem } from '../../../http/problem.ts'
import { anonymous } from '../../../rights/principal.ts'
import { principalOfUser, type Begun, type Parts, type Whence } from '../parts.ts'
import { sha256 } from '../secret-token.ts'
import type { Account } from '../users/users.ts'
import { refuseBadPassword } from './password-fault.ts'

const validForMs = 30 * 60_000
/** After so many wrong ones there is another token. */
const mostTries = 5

interface Options {
  parts: Parts
  /** Nobody has to sign in: then there is nothing to be set up. */
  isOpen: boolean
  /** Where the token lies for who has a shell on the machine. */
  file: string
  clock: () => number
  steady: () => number
  /** Tells whoever started the product. */
  say: (sentence: string) => void
}

interface Token {
  text: string
  bornAtMs: number
  bornSteadyMs: number
  tries: number
}

interface Given {
  token: string
  name: string
  password: string
}

/**
 * The first administrator. Where there is none, whoever can read the log or the data folder makes one: with
 * a token of 128 bits that is good for half an hour, for once, and for five tries.
 */
export class Setup {
  readonly #options: Options
  #token: Token | undefined

  constructor(options: Options) {
    this.#options = options
  }

  /** Whether there is nobody yet who can manage users. */
  isNeeded(): boolean {
    return !this.#options.isOpen && !this.#options.parts.users.hasAdmin
  }

  /** Makes the token that is needed, or takes one away that is left from before. */
  begin() {
    if (this.isNeeded()) this.#renew()
    else rmSync(this.#options.file, { force: true })
  }

  /** Says once where to go, and with what. */
  announce(url?: string) {
    if (!this.#token) return
    const { say, file } = this.#options
    const where = url === undefined ? '' : ` Open ${url} to make the first administrator.`
    say(
      `nobody can sign in yet.${where} Setup token (good for 30 minutes, once): ${this.#token.text} (also in ${file})`,
    )
  }

  /** Somebody looks at the set-up page: the token that they are asked for must be one that is good. */
  refresh() {
    if (!this.#token || !this.#isOver(this.#token) || !this.isNeeded()) return
    this.#renew()
    this.announce()
  }

  /** Makes the first administrator and signs them in. Throws `INVALID_INPUT`, `TOO_MANY`, `NOT_FOUND`. */
  async finish({ token, name, password }: Given, whence: Whence): Promise<Begun> {
    const { changes, trail, users, sessions, hashes, limits } = this.#options.parts
    if (!this.isNeeded()) throw over()
    const attempt = await limits.begin({ address: whence.address })
    await this.#check(token)
    users.refuseName(name)
    refuseBadPassword(password, name)
    const hash = await hashes.make(password)
    const write = async (transaction: Transaction<Database>) => {
      const account = await this.#insert(transaction, { name, password: hash, by: name })
      await attempt.succeed(transaction)
      const begun = await sessions.insert(transaction, { userId: account.id, ...whence })
      await trail.append(transaction, {
        kind: 'setup.finished',
        actor: name,
        body: { user: name, id: account.id, by: 'setup-token' },
      })
      await trail.append(transaction, {
        kind: 'session.began',
        actor: name,
        body: { session: begun.session.id, userAgent: begun.session.userAgent },
      })
      return { ...begun, account }
    }
    const done = await changes.make(write, ({ account, admit }) => {
      users.admit(account)
      admit()
    })
    this.#token = undefined
    rmSync(this.#options.file, { force: true })
    return { token: done.token, principal: principalOfUser(done.account, done.session) }
  }

  /** Makes the first administrator of a file's name and password; where there is one, nothing. */
  async bootstrap({ name, password }: Pick<Given, 'name' | 'password'>) {
    if (!this.isNeeded()) return
    const { changes, trail, users, hashes } = this.#options.parts
    const hash = await hashes.make(password)
    const write = async (transaction: Transaction<Database>) => {
      const inserted = await this.#insert(transaction, { name, password: hash, by: 'wheelhouse' })
      await trail.append(transaction, {
        kind: 'setup.finished',
        actor: 'wheelhouse',
        body: { user: name, id: inserted.id, by: 'bootstrap-file' },
      })
      return inserted
    }
    await changes.make(write, (account) => users.admit(account))
  }

  async #insert(
    transaction: Transaction<Database>,
    { by, ...user }: Pick<Account, 'name' | 'password'> & { by: string },
  ): Promise<Account> {
    // Two may have come at the same moment, and one has been served by now.
    if (!this.isNeeded()) throw over()
    const { users } = this.#options.parts
    return users.insert(transaction, { ...user, grants: [everywhere('admin')], createdBy: by })
  }

  async #check(given: string) {
    const token = this.#token
    if (!token) throw over()
    const isRight = timingSafeEqual(Buffer.from(sha256(given)), Buffer.from(sha256(token.text)))
    const isOver = this.#isOver(token)
    if (isRight && !isOver) return
    token.tries += 1
    if (isOver || token.tries >= mostTries) {
      this.#renew()
      this.announce()
    }
    const fault = isOver ? 'expired' : 'wrong'
    await this.#options.parts.trail.record({
      kind: 'setup.refused',
      actor: anonymous,
      body: { why: fault },
    })
    throw new Problem(
      'INVALID_INPUT',
      isOver ? 'the setup token is over: the log has another' : 'that is not the setup token',
      { field: 'body.token', fault },
    )
  }

  #isOver({ bornAtMs, bornSteadyMs }: Token): boolean {
    const { clock, steady } = this.#options
    return clock() - bornAtMs >= validForMs || steady() - bornSteadyMs >= validForMs
  }

  #renew() {
    const { file, clock, steady } = this.#options
    const text = randomBytes(16).toString('hex')
    this.#token = { text, bornAtMs: clock(), bornSteadyMs: steady(), tries: 0 }
    // Taken away first: a file that is there already keeps the mode that somebody gave it.
    rmSync(file, { force: true })
    writeFileSync(file, `${text}\n`, { flag: 'wx', mode: 0o600 })
  }
}

const over = (): Problem => new Problem('NOT_FOUND', 'the first administrator has been made')
