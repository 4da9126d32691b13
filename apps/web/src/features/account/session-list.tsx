import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { SignedIn } from '@wheelhouse/contract'
import { revokeSessionsMutation } from '../../api/account.ts'
import { problemWords } from '../../api/problem-words.ts'
import { useText } from '../../i18n/text.ts'
import { Button } from '../../ui/button.tsx'
import { hint } from '../../ui/hints.tsx'
import { TimeAgo, TimeAt } from '../../ui/time-ago.tsx'
import { Trouble } from '../../ui/trouble.tsx'
import classes from './account.module.css'
import { browserWords } from './browser-words.ts'

interface SessionListProps {
  readonly sessions: readonly SignedIn[]
  /** They are everybody's: each says whose, and all others are not ended at one go. */
  readonly isOfAll?: boolean
}

/** Every browser in which somebody is signed in, this one first. */
export function SessionList({ sessions, isOfAll = false }: SessionListProps) {
  const text = useText()
  const revoke = useMutation(revokeSessionsMutation(useQueryClient()))
  const others = sessions.filter(({ isThis }) => !isThis)
  const trouble = revoke.error && problemWords(text, revoke.error)
  const end = (ids: readonly string[]) => {
    if (!revoke.isPending) revoke.mutate(ids)
  }

  return (
    <>
      <ul className={classes.lines}>
        {[...sessions.filter(({ isThis }) => isThis), ...others].map((session) => {
          const browser = browserWords(session.userAgent)
          return (
            <li key={session.id}>
              <div>
                <div className={classes.head}>
                  {isOfAll && <span className="mono">{session.user}</span>}
                  <span {...hint(session.userAgent)}>{browser}</span>
                  {session.isThis && (
                    <span className={classes.here}>{text('account.session.this')}</span>
                  )}
                </div>
                <div className={classes.small}>
                  <span className="mono">{session.address}</span>
                  {' · '}
                  {text('account.session.seen')} <TimeAgo at={session.seenAt} />
                  {' · '}
                  {text('account.session.began')} <TimeAt at={session.createdAt} />
                  {' · '}
                  {text('account.session.ends')} <TimeAt at={session.endsAt} />
                </div>
              </div>
              {!session.isThis && (
                <Button
                  isSmall
                  aria-label={text('account.session.end.which', {
                    browser,
                    address: session.address,
                  })}
                  isPending={revoke.isPending && revoke.variables.includes(session.id)}
                  onClick={() => end([session.id])}
                >
                  {text('account.session.end')}
                </Button>
              )}
            </li>
          )
        })}
      </ul>
      {trouble && (
        <div className={classes.told}>
          <Trouble sentence={trouble.sentence} small={trouble.small} />
        </div>
      )}
      {!isOfAll && others.length > 1 && (
        <div className={classes.told}>
          <Button isSmall onClick={() => end(others.map(({ id }) => id))}>
            {text('account.session.end-others', { n: others.length })}
          </Button>
        </div>
      )}
    </>
  )
}
