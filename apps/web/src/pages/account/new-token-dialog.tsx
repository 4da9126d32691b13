import { useMutation, useQueryClient } from '@tanstack/react-query'
import { userNameSchema } from '@wheelhouse/contract'
import type { Grant } from '@wheelhouse/contract'
import { useState } from 'react'
import { createTokenMutation } from '../../api/account.ts'
import { problemWords } from '../../api/problem-words.ts'
import { problemIn } from '../../api/refused-input.ts'
import { GrantFields } from '../../features/access/grant-fields.tsx'
import { LifeFields } from '../../features/account/life-fields.tsx'
import { expiryOf } from '../../features/account/token-expiry.ts'
import type { TokenLife } from '../../features/account/token-expiry.ts'
import { TokenText } from '../../features/account/token-text.tsx'
import { useText } from '../../i18n/text.ts'
import { serverNow } from '../../lib/clock.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { Trouble } from '../../ui/trouble.tsx'

interface NewTokenDialogProps {
  /** What one may do oneself: a token may do no more. */
  readonly own: readonly Grant[]
  readonly onClose: () => void
}

/** Makes a token, and then shows its text, once. */
export function NewTokenDialog({ own, onClose }: NewTokenDialogProps) {
  const text = useText()
  const [name, setName] = useState('')
  const [grants, setGrants] = useState<readonly Grant[]>(own)
  const [{ life, day }, setLife] = useState<{ life: TokenLife; day: string }>({
    life: '30',
    day: '',
  })
  const create = useMutation(createTokenMutation(useQueryClient()))
  const isTaken = problemIn(create.error)?.code === 'NAME_TAKEN'
  const isNameBad = name !== '' && !userNameSchema.safeParse(name).success
  const trouble = create.error && !isTaken && problemWords(text, create.error)
  const isReady = name !== '' && !isNameBad && grants.length > 0

  const send = () => {
    const expiresAt = expiryOf(life, day, serverNow())
    if (!isReady || expiresAt === undefined || create.isPending) return
    create.mutate({ name, grants: [...grants], expiresAt })
  }

  if (create.data) {
    return (
      <Dialog
        title={text('account.token.made', { name: create.data.name })}
        size="640px"
        onClose={onClose}
        actions={
          <Button look="filled" onClick={onClose}>
            {text('account.token.kept')}
          </Button>
        }
      >
        <TokenText token={create.data.token} />
      </Dialog>
    )
  }
  return (
    <Dialog
      title={text('account.token.new')}
      size="680px"
      isFilled={name !== ''}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{text('dialog.cancel')}</Button>
          <Button
            look="filled"
            isPending={create.isPending}
            disabled={!isReady || expiryOf(life, day, serverNow()) === undefined}
            onClick={send}
          >
            {text(trouble ? 'retry' : 'account.token.submit')}
          </Button>
        </>
      }
    >
      <TextField
        data-autofocus
        label={text('account.token.name')}
        note={text('user-name.note')}
        fault={
          isNameBad
            ? text('user-name.note')
            : isTaken
              ? text('account.token.name.taken')
              : undefined
        }
        autoComplete="off"
        value={name}
        onChange={(event) => setName(event.currentTarget.value)}
      />
      <GrantFields value={grants} onChange={setGrants} />
      <LifeFields
        life={life}
        day={day}
        onChange={(nextLife, nextDay) => setLife({ life: nextLife, day: nextDay })}
      />
      {trouble && <Trouble sentence={trouble.sentence} small={trouble.small} />}
    </Dialog>
  )
}
