import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import { signInMutation } from '../../api/session.ts'
import { useText } from '../../i18n/text.ts'
import { durationWords } from '../../i18n/words.ts'
import { Button } from '../../ui/button.tsx'
import { PasswordField } from '../../ui/password-field.tsx'
import { TextField } from '../../ui/text-field.tsx'
import classes from './signing.module.css'
import { SigningTrouble } from './signing-trouble.tsx'
import { usePatience } from './use-patience.ts'

/** Name and password; `known` is who was signed in here before. What follows is up to whoever follows the session. */
export function SignInForm({ known = '' }: { readonly known?: string }) {
  const text = useText()
  const [name, setName] = useState(known)
  const [password, setPassword] = useState('')
  const field = useRef<HTMLInputElement>(null)
  const signIn = useMutation(signInMutation(useQueryClient()))
  const patience = usePatience()
  const isPending = signIn.isPending || signIn.isSuccess

  const send = () => {
    if (isPending || patience.secondsLeft > 0 || name === '' || password === '') return
    signIn.mutate(
      { name: name.trim(), password },
      {
        onError: (error) => {
          patience.note(error)
          field.current?.select()
          field.current?.focus()
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
      <TextField
        label={text('sign-in.name')}
        name="username"
        autoComplete="username"
        // oxlint-disable-next-line jsx-a11y/no-autofocus -- there is nothing else on the page
        autoFocus={known === ''}
        required
        value={name}
        onChange={(event) => setName(event.currentTarget.value)}
      />
      <PasswordField
        ref={field}
        label={text('sign-in.password')}
        name="password"
        // oxlint-disable-next-line jsx-a11y/no-autofocus -- there is nothing else on the page
        autoFocus={known !== ''}
        required
        value={password}
        onChange={(event) => setPassword(event.currentTarget.value)}
      />
      {signIn.error && <SigningTrouble error={signIn.error} />}
      <Button type="submit" look="filled" isPending={isPending} isOff={patience.secondsLeft > 0}>
        {patience.secondsLeft > 0
          ? text('sign-in.wait', { wait: durationWords(text, patience.secondsLeft) })
          : text('sign-in.submit')}
      </Button>
    </form>
  )
}
