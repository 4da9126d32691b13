import { dirname, join } from 'node:path'
import type { FastifyRequest } from 'fastify'
import type { Kysely } from 'kysely'
import { databaseFile, type Config } from '../../config/config.ts'
import { isSecure } from '../../config/access.ts'
import type { Database } from '../../database/schema.ts'
import { carriesToken } from '../../plugins/security.ts'
import { local, type Principal } from '../../rights/principal.ts'
import { Problem } from '../../http/problem.ts'
import type { AuditTrail } from '../audit/trail.ts'
import { Changes } from './changes.ts'
import { sessionCookie, type SessionCookie } from './cookie.ts'
import { Endings, type Ended } from './endings.ts'
import { principalOfUser, type Parts } from './parts.ts'
import { Seen } from './seen.ts'
import { endLapsed } from './sessions/session-ends.ts'
import { Sessions } from './sessions/sessions.ts'
import { readBootstrapFile } from './sign-in/bootstrap-file.ts'
import { PasswordHashes } from './sign-in/password-hashes.ts'
import { Setup } from './sign-in/setup.ts'
import { SignInLimits } from './sign-in/sign-in-limits.ts'
import { endExpired } from './tokens/token-ends.ts'
import { Tokens } from './tokens/tokens.ts'
import { Users } from './users/users.ts'

/** What is over by itself is found so soon where nobody asks with it; who asks is turned away at once. */
const sweepEveryMs = 2000

interface Options {
  db: Kysely<Database>
  trail: AuditTrail
  config: Pick<Config, 'auth' | 'publicOrigin' | 'session' | 'bootstrapFile' | 'dataDir'>
  /** The master key's `sign-in` part. */
  key: Buffer
  clock: () => number
  steady: () => number
  newId: () => string
  /** Tells whoever started the product. */
  say: (sentence: string) => void
  onBug: (error: unknown) => void
}

/** Who comes in, and what they may do now. */
export interface Access extends Parts {
  /** Who asks; null where nobody is signed in. Throws `NOT_SIGNED_IN` for a token that is no good. */
  principalOf: (request: FastifyRequest) => Promise<Principal | null>
  /** Who that is at this moment, by `Principal.id`; null where they are gone, or disabled. */
  lookUp: (principalId: string) => Promise<Principal | null>
  /** Calls back when somebody's session has ended, or what they may do has changed. */
  onEnd: (listener: (ended: Ended) => void) => void
  setup: Setup
  cookie: SessionCookie
  close: () => void
}

/** Throws a `ConfigError` where the bootstrap file is needed and no good. */
export async function accessOf(options: Options): Promise<Access> {
  const { db, trail, config, key, clock, steady, newId, say, onBug } = options
  const seen = new Seen({ db, clock, onTrouble: onBug })
  const changes = new Changes(db)
  const parts: Parts = {
    changes,
    seen,
    trail,
    users: await Users.load({ db, changes, trail, seen, clock, newId }),
    sessions: await Sessions.load({
      db,
      seen,
      clock,
      steady,
      newId,
      idleMs: config.session.idleMinutes * 60_000,
      lifeMs: config.session.hours * 3_600_000,
    }),
    tokens: await Tokens.load({ db, changes, trail, seen, clock, newId }),
    hashes: new PasswordHashes(),
    limits: new SignInLimits({ db, key, clock, newId }),
    endings: new Endings(),
  }
  const file = join(dirname(databaseFile(config)), 'setup-token')
  const setup = new Setup({ parts, isOpen: config.auth === 'none', file, clock, steady, say })
  if (setup.isNeeded() && config.bootstrapFile !== undefined)
    await setup.bootstrap(readBootstrapFile(config.bootstrapFile))
  setup.begin()

  const cookie = sessionCookie({ isSecure: isSecure(config) })
  const sweep = () => {
    endExpired(parts)
    endLapsed(parts).catch(onBug)
  }
  const sweeping = setInterval(sweep, sweepEveryMs).unref()

  return {
    ...parts,
    setup,
    cookie,
    onEnd: (listener) => parts.endings.onEnd(listener),
    principalOf: async (request) => {
      if (config.auth === 'none') return local
      // Who shows a token comes by it or not at all: no cookie is looked at beside it.
      if (carriesToken(request)) return byToken(parts, request.headers.authorization ?? '')
      const token = cookie.read(request)
      return token === undefined ? null : bySession(parts, token)
    },
    lookUp: async (id) => {
      if (config.auth === 'none') return id === local.id ? local : null
      return id.startsWith('token:') ? tokenNow(parts, id) : userNow(parts, id)
    },
    close: () => clearInterval(sweeping),
  }
}

function bySession({ users, sessions }: Parts, token: string): Principal | null {
  const session = sessions.use(token)
  if (!session) return null
  const account = users.get(session.userId)
  return account?.disabledAtMs === null ? principalOfUser(account, session) : null
}

function byToken(parts: Parts, authorization: string): Principal {
  const text = /^bearer +(?<text>\S+)$/iu.exec(authorization)?.groups?.['text'] ?? ''
  const token = parts.tokens.use(text)
  const principal = token && tokenNow(parts, `token:${token.id}`)
  if (!principal)
    throw new Problem('NOT_SIGNED_IN', 'the token is none of ours, has expired or was revoked')
  return principal
}

function tokenNow({ users, tokens }: Parts, id: string): Principal | null {
  const token = tokens.get(id.slice('token:'.length))
  const owner = token && users.get(token.userId)
  if (!token || !tokens.isGood(token) || owner?.disabledAtMs !== null) return null
  const actor = `${owner.name}/${token.name}`
  return { id, actor, grants: token.grants, within: owner.grants }
}

function userNow({ users }: Parts, id: string): Principal | null {
  const account = users.get(id.slice('user:'.length))
  if (account?.disabledAtMs !== null) return null
  return { id, actor: account.name, grants: account.grants }
}
