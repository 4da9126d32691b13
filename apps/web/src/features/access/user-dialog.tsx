import { useMutation, useQueryClient } from '@tanstack/react-query'
import { everywhere, userNameSchema } from '@wheelhouse/contract'
import type { Grant, User } from '@wheelhouse/contract'
import { useState } from 'react'
import { problemWords } from '../../api/problem-words.ts'
import { passwordFaultIn, problemIn } from '../../api/refused-input.ts'
import { changeUserMutation, createUserMutation } from '../../api/users.ts'
import { useText } from '../../i18n/text.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { NewPasswordFields, isTypedTwice, noPassword } from '../../ui/new-password-fields.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { Trouble } from '../../ui/trouble.tsx'
import { GrantFields } from './grant-fields.tsx'

interface UserDialogProps {
  /** Who is changed; somebody new without. */
  readonly user?: User | undefined
  readonly onClose: () => void
}

/** Who somebody is and what they may do; of somebody who is known a new password is only asked for on wish. */
export function UserDialog({ user, onClose }: UserDialogProps) {
  const text = useText()
  const client = useQueryClient()
  const [name, setName] = useState(user?.name ?? '')
  const [grants, setGrants] = useState<readonly Grant[]>(user?.grants ?? [everywhere('viewer')])
  const [hasPassword, setHasPassword] = useState(user === undefined)
  const [password, setPassword] = useState(noPassword)
  const create = useMutation(createUserMutation(client))
  const change = useMutation(changeUserMutation(client, user?.id ?? ''))
  const { error } = user ? change : create
  const isPending = create.isPending || change.isPending
  const isNameBad = name !== '' && !userNameSchema.safeParse(name).success
  const isTaken = problemIn(error)?.code === 'NAME_TAKEN'
  const fault = passwordFaultIn(error)
  const isReady =
    name !== '' &&
    !isNameBad &&
    grants.every((grant) => grant.cluster !== '' && grant.name !== '') &&
    (!hasPassword || isTypedTwice(password))

  const send = () => {
    if (!isReady || isPending) return
    const chosen = { grants: [...grants], password: password.first }
    if (!user) create.mutate({ name, ...chosen }, { onSuccess: onClose })
    else if (hasPassword) change.mutate(chosen, { onSuccess: onClose })
    else change.mutate({ grants: chosen.grants }, { onSuccess: onClose })
  }

  return (
    <Dialog
      title={user ? text('users.change.title', { name: user.name }) : text('users.new')}
      size="720px"
      isFilled={name !== (user?.name ?? '') || password !== noPassword || grants !== user?.grants}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{text('dialog.cancel')}</Button>
          <Button look="filled" isPending={isPending} disabled={!isReady} onClick={send}>
            {text(user ? 'users.save' : 'users.create')}
          </Button>
        </>
      }
    >
      {!user && (
        <TextField
          data-autofocus
          label={text('users.name')}
          note={text('user-name.note')}
          fault={
            isNameBad ? text('user-name.note') : isTaken ? text('problem.NAME_TAKEN') : undefined
          }
          autoComplete="off"
          value={name}
          onChange={(event) => setName(event.currentTarget.value)}
        />
      )}
      <GrantFields value={grants} onChange={setGrants} />
      {hasPassword ? (
        <NewPasswordFields
          label={text('users.password')}
          value={password}
          fault={fault && text(`password-fault.${fault}`)}
          onChange={setPassword}
        />
      ) : (
        <div>
          <Button isSmall onClick={() => setHasPassword(true)}>
            {text('users.password.set')}
          </Button>
        </div>
      )}
      {user && <p className="dim">{text('users.change.note')}</p>}
      {error && !isTaken && !fault && <Trouble {...problemWords(text, error)} />}
    </Dialog>
  )
}
