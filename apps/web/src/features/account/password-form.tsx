import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { changePasswordMutation } from '../../api/account.ts'
import { problemWords } from '../../api/problem-words.ts'
import { passwordFaultIn, problemIn } from '../../api/refused-input.ts'
import { useText } from '../../i18n/text.ts'
import { durationWords } from '../../i18n/words.ts'
import { Button } from '../../ui/button.tsx'
import { NewPasswordFields, isTypedTwice, noPassword } from '../../ui/new-password-fields.tsx'
import { PasswordField } from '../../ui/password-field.tsx'
import { Strip } from '../../ui/strip.tsx'
import { Trouble } from '../../ui/trouble.tsx'
import classes from './account.module.css'

/** Another password; every other browser has to sign in again. */
export function PasswordForm({ name }: { readonly name: string }) {
  const text = useText()
  const [current, setCurrent] = useState('')
  const [password, setPassword] = useState(noPassword)
  const change = useMutation(changePasswordMutation(useQueryClient()))
  const fault = passwordFaultIn(change.error)
  const problem = problemIn(change.error)
  const isCurrentWrong = problem?.code === 'SIGN_IN_FAILED'
  const trouble = change.error && !fault && !isCurrentWrong && problemWords(text, change.error)

  const send = () => {
    if (change.isPending || current === '' || !isTypedTwice(password)) return
    change.mutate(
      { current, password: password.first },
      {
        onSuccess: () => {
          setCurrent('')
          setPassword(noPassword)
        },
      },
    )
  }

  return (
    <form
      className={classes.form}
      onSubmit={(event) => {
        event.preventDefault()
        send()
      }}
    >
      {/* Tells a password manager whose password this is. */}
      <input hidden readOnly name="username" autoComplete="username" value={name} />
      <PasswordField
        label={text('account.password.current')}
        name="current-password"
        required
        fault={isCurrentWrong ? text('account.password.wrong') : undefined}
        value={current}
        onChange={(event) => setCurrent(event.currentTarget.value)}
      />
      <NewPasswordFields
        label={text('account.password.new')}
        value={password}
        fault={fault && text(`password-fault.${fault}`)}
        onChange={setPassword}
      />
      {trouble && (
        <Trouble
          sentence={
            problem?.retryAfterSeconds === undefined
              ? trouble.sentence
              : text('sign-in.too-many', { wait: durationWords(text, problem.retryAfterSeconds) })
          }
          small={trouble.small}
        />
      )}
      {change.isSuccess && current === '' && (
        <Strip tone="good">{text('account.password.changed')}</Strip>
      )}
      <Button type="submit" look="filled" isPending={change.isPending}>
        {text('account.password.submit')}
      </Button>
    </form>
  )
}
