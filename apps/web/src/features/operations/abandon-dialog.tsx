import { Textarea } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { Operation } from '@wheelhouse/contract'
import { useState } from 'react'
import '@mantine/core/styles/Input.css'
import { abandonMutation } from '../../api/commands.ts'
import { problemWords } from '../../api/problem-words.ts'
import { useText } from '../../i18n/text.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Trouble } from '../../ui/trouble.tsx'

interface AbandonDialogProps {
  readonly operation: Operation
  readonly onClose: () => void
}

/** Gives an uncertain operation up; of a failed one, whose outcome is known, it says that it was seen. */
export function AbandonDialog({ operation, onClose }: AbandonDialogProps) {
  const text = useText()
  // As it was when the dialog opened: nothing in it changes under the reader's eyes.
  const [what] = useState<'failed' | 'uncertain'>(
    operation.state === 'failed' ? 'failed' : 'uncertain',
  )
  const [reason, setReason] = useState('')
  const abandon = useMutation(abandonMutation(useQueryClient()))
  const trouble = abandon.error && problemWords(text, abandon.error)

  const send = () => {
    if (reason.trim() === '' || abandon.isPending) return
    abandon.mutate({ id: operation.id, reason: reason.trim() }, { onSuccess: onClose })
  }

  return (
    <Dialog
      title={text(`abandon.title.${what}`)}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{text('dialog.cancel')}</Button>
          <Button
            look="filled"
            isPending={abandon.isPending}
            disabled={reason.trim() === ''}
            onClick={send}
          >
            {abandon.isError ? text('retry') : text(`abandon.submit.${what}`)}
          </Button>
        </>
      }
    >
      <p>{text(`abandon.body.${what}`)}</p>
      <Textarea
        data-autofocus
        required
        label={text('abandon.reason')}
        placeholder={text(`abandon.placeholder.${what}`)}
        rows={3}
        maxLength={2000}
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
      {trouble && <Trouble sentence={trouble.sentence} small={trouble.small} />}
    </Dialog>
  )
}
