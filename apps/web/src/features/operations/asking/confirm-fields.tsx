import { TextInput, Textarea } from '@mantine/core'
import '@mantine/core/styles/Input.css'
import { useText } from '../../../i18n/text.ts'

interface ConfirmFieldsProps {
  readonly isReasonNeeded: boolean
  readonly reason: string
  readonly onReason: (reason: string) => void
  readonly typed: string | undefined
  readonly typedName: string
  /** What is typed so far can't become the name any more. */
  readonly isTypedWrong: boolean
  readonly onTypedName: (name: string) => void
}

/** Why, and for what can't be taken back the name, letter by letter. */
export function ConfirmFields(props: ConfirmFieldsProps) {
  const { isReasonNeeded, reason, onReason, typed, typedName, isTypedWrong, onTypedName } = props
  const text = useText()
  return (
    <>
      {isReasonNeeded && (
        <Textarea
          required
          label={text('ask.reason')}
          description={text('ask.reason.hint')}
          rows={2}
          maxLength={2000}
          value={reason}
          onChange={(event) => onReason(event.currentTarget.value)}
        />
      )}
      {typed !== undefined && (
        <TextInput
          required
          label={text('ask.type', { name: typed })}
          spellCheck={false}
          autoComplete="off"
          styles={{ input: { fontFamily: 'var(--wh-mono)' }, label: { overflowWrap: 'anywhere' } }}
          error={isTypedWrong && typed !== undefined && text('ask.type.wrong', { name: typed })}
          value={typedName}
          onChange={(event) => onTypedName(event.currentTarget.value)}
        />
      )}
    </>
  )
}
