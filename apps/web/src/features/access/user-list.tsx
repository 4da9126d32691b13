import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { User } from '@wheelhouse/contract'
import { Suspense, useState } from 'react'
import { problemWords } from '../../api/problem-words.ts'
import { changeUserMutation } from '../../api/users.ts'
import { grantWords } from '../../i18n/grant-words.ts'
import { useText } from '../../i18n/text.ts'
import { lazily } from '../../lib/lazily.ts'
import { Button } from '../../ui/button.tsx'
import { TimeAgo, TimeAt } from '../../ui/time-ago.tsx'
import { Trouble } from '../../ui/trouble.tsx'
import classes from './user-list.module.css'

const UserDialog = lazily(() => import('./user-dialog.tsx'), 'UserDialog')

/** Everybody who can sign in, and what each may do; who is shut out comes last. */
export function UserList({ users }: { readonly users: readonly User[] }) {
  const [changed, setChanged] = useState<User>()
  return (
    <>
      <ul className={classes.lines}>
        {users.toSorted(byStanding).map((user) => (
          <UserLine key={user.id} user={user} onChange={() => setChanged(user)} />
        ))}
      </ul>
      <Suspense>
        {changed && <UserDialog user={changed} onClose={() => setChanged(undefined)} />}
      </Suspense>
    </>
  )
}

const byStanding = (one: User, other: User): number =>
  Number(one.disabledAt !== null) - Number(other.disabledAt !== null) ||
  Number(one.name > other.name) - Number(one.name < other.name)

function UserLine({ user, onChange }: { readonly user: User; readonly onChange: () => void }) {
  const text = useText()
  const { mutate, isPending, error } = useMutation(changeUserMutation(useQueryClient(), user.id))
  const { name, grants, createdAt, createdBy, seenAt, disabledAt } = user
  const isDisabled = disabledAt !== null
  return (
    <li data-off={isDisabled || undefined}>
      <div>
        <div className={classes.name}>
          <span className="mono">{name}</span>
          {isDisabled && <span className={classes.off}>{text('users.disabled')}</span>}
        </div>
        <ul className={classes.grants}>
          {grants.map((grant) => {
            const words = grantWords(text, grant)
            return <li key={words}>{words}</li>
          })}
          {grants.length === 0 && <li>{text('grant.none')}</li>}
        </ul>
        <div className={classes.small}>
          {seenAt === null ? (
            text('users.never-seen')
          ) : (
            <>
              {text('users.seen')} <TimeAgo at={seenAt} />
            </>
          )}
          {' · '}
          {text('users.created-by', { name: createdBy })} <TimeAt at={createdAt} />
        </div>
        {error && <Trouble {...problemWords(text, error)} />}
      </div>
      <div className={classes.actions}>
        <Button isSmall aria-label={text('users.change.which', { name })} onClick={onChange}>
          {text('users.change')}
        </Button>
        <Button
          isSmall
          isPending={isPending}
          aria-label={text(isDisabled ? 'users.enable.which' : 'users.disable.which', { name })}
          onClick={() => mutate({ isDisabled: !isDisabled })}
        >
          {text(isDisabled ? 'users.enable' : 'users.disable')}
        </Button>
      </div>
    </li>
  )
}
