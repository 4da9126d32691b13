import { shortestPassword } from '@wheelhouse/contract'
import { useText } from '../i18n/text.ts'
import { PasswordField } from './password-field.tsx'

/** A password that is being chosen, as it was typed both times. */
export interface NewPassword {
  readonly first: string
  readonly again: string
}

export const noPassword: NewPassword = { first: '', again: '' }

/** Whether it can be sent; how good it is, the server says. */
export const isTypedTwice = ({ first, again }: NewPassword): boolean =>
  first !== '' && first === again

interface NewPasswordFieldsProps {
  readonly value: NewPassword
  readonly label: string
  /** Why the server did not take it. */
  readonly fault?: string | undefined
  readonly onChange: (value: NewPassword) => void
}

/** Asks for it twice: a slip of the finger would lock somebody out. */
export function NewPasswordFields({ value, label, fault, onChange }: NewPasswordFieldsProps) {
  const text = useText()
  const { first, again } = value
  const isOther = again !== '' && !first.startsWith(again)
  return (
    <>
      <PasswordField
        label={label}
        name="new-password"
        autoComplete="new-password"
        required
        note={text('password.note', { n: shortestPassword })}
        fault={fault}
        value={first}
        onChange={(event) => onChange({ first: event.currentTarget.value, again })}
      />
      <PasswordField
        label={text('password.again')}
        name="new-password-again"
        autoComplete="new-password"
        required
        fault={isOther ? text('password.other') : undefined}
        value={again}
        onChange={(event) => onChange({ first, again: event.currentTarget.value })}
      />
    </>
  )
}
