import { useMutation } from '@tanstack/react-query'
import type { Component } from '@wheelhouse/contract'
import { untrackMutation } from '../../../api/tracking.ts'
import { problemWords } from '../../../api/problem-words.ts'
import { useText } from '../../../i18n/text.ts'
import { Button } from '../../../ui/button.tsx'
import { Dialog } from '../../../ui/dialog.tsx'
import { Trouble } from '../../../ui/trouble.tsx'

interface UntrackDialogProps {
  readonly component: Component
  readonly onClose: () => void
  readonly onDone: () => void
}

export function UntrackDialog({ component, onClose, onDone }: UntrackDialogProps) {
  const text = useText()
  const untrack = useMutation(untrackMutation(onDone))
  const trouble = untrack.error && problemWords(text, untrack.error)

  return (
    <Dialog
      title={text('untrack.title', { name: component.identity ?? component.name })}
      onClose={onClose}
      actions={
        <>
          <Button data-autofocus onClick={onClose}>
            {text('dialog.cancel')}
          </Button>
          <Button
            look="filled"
            isPending={untrack.isPending}
            onClick={() => untrack.mutate(component.id)}
          >
            {untrack.isError ? text('retry') : text('untrack.submit')}
          </Button>
        </>
      }
    >
      <p className="mono">{component.name}</p>
      <p>{text('untrack.body')}</p>
      {trouble && <Trouble sentence={trouble.sentence} small={trouble.small} />}
    </Dialog>
  )
}
