import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { ApiToken } from '@wheelhouse/contract'
import { revokeTokenMutation } from '../../api/account.ts'
import { problemWords } from '../../api/problem-words.ts'
import { useText } from '../../i18n/text.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { TimeAgo } from '../../ui/time-ago.tsx'
import { Trouble } from '../../ui/trouble.tsx'

interface RevokeDialogProps {
  readonly token: ApiToken
  readonly onClose: () => void
}

/** A token that is revoked never works again, so its name and last use are shown first. */
export function RevokeDialog({ token, onClose }: RevokeDialogProps) {
  const text = useText()
  const revoke = useMutation(revokeTokenMutation(useQueryClient()))
  const trouble = revoke.error && problemWords(text, revoke.error)
  return (
    <Dialog
      title={text('account.token.revoke.title', { name: token.name })}
      onClose={onClose}
      actions={
        <>
          <Button data-autofocus onClick={onClose}>
            {text('dialog.cancel')}
          </Button>
          <Button
            look="danger"
            isPending={revoke.isPending}
            onClick={() => revoke.mutate(token.id, { onSuccess: onClose })}
          >
            {text(revoke.isError ? 'retry' : 'account.token.revoke.submit')}
          </Button>
        </>
      }
    >
      <p>{text('account.token.revoke.body')}</p>
      <p>
        {token.seenAt === null ? (
          text('account.token.unused')
        ) : (
          <>
            {text('account.token.used')} <TimeAgo at={token.seenAt} />
          </>
        )}
      </p>
      {trouble && <Trouble sentence={trouble.sentence} small={trouble.small} />}
    </Dialog>
  )
}
