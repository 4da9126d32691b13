import { Textarea } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import type { ReactNode } from 'react'
import '@mantine/core/styles/Input.css'
import { ProblemError } from '../../../api/problem-error.ts'
import { problemWords } from '../../../api/problem-words.ts'
import { useText } from '../../../i18n/text.ts'
import { Button } from '../../../ui/button.tsx'
import { Dialog } from '../../../ui/dialog.tsx'
import { hint } from '../../../ui/hints.tsx'
import { Trouble } from '../../../ui/trouble.tsx'

interface DecisionDialogProps {
  readonly title: string
  readonly submit: string
  readonly isDangerous?: boolean
  readonly placeholder: string
  /** Without it nothing is sent; a harmless repetition needs none. */
  readonly isReasonOptional?: boolean
  /** What else is missing before it can be sent. */
  readonly isIncomplete?: boolean
  readonly isPending: boolean
  readonly error: Error | null
  readonly onSend: (reason: string) => void
  readonly onClose: () => void
  readonly children: ReactNode
}

/** What somebody decides about an operation, and why. What goes wrong stays in it, and it can be sent again. */
export function DecisionDialog(props: DecisionDialogProps) {
  const { title, submit, isDangerous, placeholder, isReasonOptional, isIncomplete } = props
  const { isPending, error, onSend, onClose, children } = props
  const text = useText()
  const [reason, setReason] = useState('')
  const isOff = isIncomplete === true || (!isReasonOptional && reason.trim() === '')
  const trouble = error && problemWords(text, error)
  const holder = error instanceof ProblemError ? error.problem.operation : undefined

  return (
    <Dialog
      title={title}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{text('dialog.cancel')}</Button>
          <Button
            look={isDangerous ? 'danger' : 'filled'}
            isPending={isPending}
            isOff={isOff}
            {...hint(isOff ? text('decide.incomplete') : undefined)}
            onClick={() => onSend(reason.trim())}
          >
            {error ? text('retry') : submit}
          </Button>
        </>
      }
    >
      {children}
      <Textarea
        data-autofocus
        required={!isReasonOptional}
        label={text(isReasonOptional ? 'decide.reason.optional' : 'decide.reason')}
        placeholder={placeholder}
        rows={3}
        maxLength={2000}
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
      {trouble && (
        <Trouble sentence={trouble.sentence} small={trouble.small}>
          {holder && (
            <Link to="/operations/$id" params={{ id: holder.id }} onClick={onClose}>
              {text('operation.look')}
            </Link>
          )}
        </Trouble>
      )}
    </Dialog>
  )
}
