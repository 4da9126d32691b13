import type { ApiToken } from '@wheelhouse/contract'
import { Suspense, useState } from 'react'
import { grantWords } from '../../i18n/grant-words.ts'
import { useText } from '../../i18n/text.ts'
import { useNow } from '../../lib/clock.ts'
import { lazily } from '../../lib/lazily.ts'
import { Button } from '../../ui/button.tsx'
import { TimeAgo, TimeAt } from '../../ui/time-ago.tsx'
import classes from './account.module.css'
import { tokenEnd } from './token-expiry.ts'

const RevokeDialog = lazily(() => import('./revoke-dialog.tsx'), 'RevokeDialog')

interface TokenListProps {
  readonly tokens: readonly ApiToken[]
  /** They are everybody's: each says whose. */
  readonly isOfAll?: boolean
}

/** Tokens; those of no use any more come last, greyed. */
export function TokenList({ tokens, isOfAll = false }: TokenListProps) {
  const text = useText()
  const nowMs = useNow()
  const [revoked, setRevoked] = useState<ApiToken>()
  const isDead = (token: ApiToken) => Number(tokenEnd(token, nowMs) !== undefined)

  if (tokens.length === 0) return <p className={classes.empty}>{text('account.token.none')}</p>
  return (
    <>
      <ul className={classes.lines}>
        {tokens
          .toSorted((one, other) => isDead(one) - isDead(other))
          .map((token) => {
            const end = tokenEnd(token, nowMs)
            return (
              <li key={token.id} data-ended={end}>
                <div>
                  <div className={classes.head}>
                    <span className="mono">
                      {isOfAll ? `${token.user}/${token.name}` : token.name}
                    </span>
                    {end && <span className={classes.end}>{text(`account.token.${end}`)}</span>}
                  </div>
                  <div className={classes.small}>
                    {token.grants.map((grant) => grantWords(text, grant)).join('; ')}
                  </div>
                  <div className={classes.small}>
                    {text('account.token.expires')} <TimeAt at={token.expiresAt} />
                    {' · '}
                    {token.seenAt === null ? (
                      text('account.token.unused')
                    ) : (
                      <>
                        {text('account.token.used')} <TimeAgo at={token.seenAt} />
                      </>
                    )}
                    {token.revokedAt !== null && (
                      <>
                        {' · '}
                        {text('account.token.revoked-at')} <TimeAt at={token.revokedAt} />
                      </>
                    )}
                  </div>
                </div>
                {!end && (
                  <Button
                    isSmall
                    aria-label={text('account.token.revoke.which', { name: token.name })}
                    onClick={() => setRevoked(token)}
                  >
                    {text('account.token.revoke')}
                  </Button>
                )}
              </li>
            )
          })}
      </ul>
      <Suspense>
        {revoked && <RevokeDialog token={revoked} onClose={() => setRevoked(undefined)} />}
      </Suspense>
    </>
  )
}
