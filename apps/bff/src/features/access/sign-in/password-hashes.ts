import { argon2, randomBytes, timingSafeEqual } from 'node:crypto'
import { promisify } from 'node:util'
import { Problem } from '../../../http/problem.ts'

/** OWASP's least for argon2id: 19 MiB, two passes, one lane. */
const cost = { memory: 19_456, passes: 2, parallelism: 1 }
const saltBytes = 16
const hashBytes = 32

/** Each takes its memory and a thread: so many at once, and so many may wait. */
const atOnce = 2
const mostWaiting = 20

const derive = promisify(argon2)

type Cost = typeof cost
interface Kept extends Cost {
  salt: Buffer
  hash: Buffer
}

/**
 * Passwords as they are kept: argon2id by RFC 9106, as PHC strings
 * (`$argon2id$v=19$m=19456,t=2,p=1$salt$hash`). Throws `TOO_MANY` where too many wait already.
 */
export class PasswordHashes {
  #running = 0
  readonly #waiting: (() => void)[] = []
  #runs = 0
  /** A password that nobody has. */
  readonly #decoy = { ...cost, salt: randomBytes(saltBytes), hash: randomBytes(hashBytes) }

  /** How often a key was derived so far: what a try to sign in costs. */
  get runs(): number {
    return this.#runs
  }

  async make(password: string): Promise<string> {
    const salt = randomBytes(saltBytes)
    return textOf({ ...cost, salt, hash: await this.#derive(password, { ...cost, salt }) })
  }

  /** Whether it is this password. For nobody's it costs the same, and is never right. */
  async isRight(password: string, kept: string | undefined): Promise<boolean> {
    const expected = kept === undefined ? this.#decoy : read(kept)
    const isSame = timingSafeEqual(await this.#derive(password, expected), expected.hash)
    return isSame && kept !== undefined
  }

  /** Whether it was made at another cost than is paid now. */
  isOutdated(kept: string): boolean {
    const { memory, passes, parallelism } = read(kept)
    return memory !== cost.memory || passes !== cost.passes || parallelism !== cost.parallelism
  }

  async #derive(password: string, { salt, ...parameters }: Cost & { salt: Buffer }) {
    await this.#turn()
    try {
      this.#runs += 1
      // One character can be typed in several ways; all of them are the same password.
      const message = Buffer.from(password.normalize('NFKC'))
      return await derive('argon2id', {
        message,
        nonce: salt,
        memory: parameters.memory,
        passes: parameters.passes,
        parallelism: parameters.parallelism,
        tagLength: hashBytes,
      })
    } finally {
      const next = this.#waiting.shift()
      if (next) next()
      else this.#running -= 1
    }
  }

  async #turn() {
    if (this.#running < atOnce) {
      this.#running += 1
      return
    }
    if (this.#waiting.length >= mostWaiting)
      throw new Problem('TOO_MANY', 'too many people sign in at this moment', {
        retryAfterSeconds: 1,
      })
    // Who ends hands the place on.
    await new Promise<void>((resolve) => this.#waiting.push(resolve))
  }
}

const textOf = ({ memory, passes, parallelism, salt, hash }: Kept): string =>
  `$argon2id$v=19$m=${memory},t=${passes},p=${parallelism}$${base64(salt)}$${base64(hash)}`

function read(kept: string): Kept {
  const parts =
    /^\$argon2id\$v=19\$m=(?<m>\d+),t=(?<t>\d+),p=(?<p>\d+)\$(?<salt>[^$]+)\$(?<hash>[^$]+)$/u.exec(
      kept,
    )?.groups
  if (!parts) throw new Error('a password is kept in a form that this version does not know')
  return {
    memory: Number(parts['m']),
    passes: Number(parts['t']),
    parallelism: Number(parts['p']),
    salt: Buffer.from(parts['salt'] ?? '', 'base64'),
    hash: Buffer.from(parts['hash'] ?? '', 'base64'),
  }
}

const base64 = (bytes: Buffer): string => bytes.toString('base64').replaceAll('=', '')
