import { useText } from '../../../i18n/text.ts'
import { Button } from '../../../ui/button.tsx'
import { Dialog } from '../../../ui/dialog.tsx'

interface UnsentDialogProps {
  readonly edits: number
  readonly onStay: () => void
  readonly onLeave: () => void
}

export function UnsentDialog({ edits, onStay, onLeave }: UnsentDialogProps) {
  const text = useText()
  return (
    <Dialog
      title={text('leave.title')}
      onClose={onStay}
      actions={
        <>
          <Button data-autofocus onClick={onStay}>
            {text('leave.stay')}
          </Button>
          <Button look="danger" onClick={onLeave}>
            {text('leave.go')}
          </Button>
        </>
      }
    >
      <p>{text('leave.body', { n: edits })}</p>
    </Dialog>
  )
}
