import { useMutation, useQueryClient } from '@tanstack/react-query'
import { userNameSchema } from '@wheelhouse/contract'
import { useState } from 'react'
import { passwordFaultIn, problemIn } from '../../api/refused-input.ts'
import { doubtSession } from '../../api/session-doubt.ts'
import { setUpMutation } from '../../api/session.ts'
import { useText } from '../../i18n/text.ts'
import { durationWords } from '../../i18n/words.ts'
import { Button } from '../../ui/button.tsx'
import { NewPasswordFields, isTypedTwice, noPassword } from '../../ui/new-password-fields.tsx'
import { TextField } from '../../ui/text-field.tsx'
import classes from './signing.module.css'
import { SigningTrouble } from './signing-trouble.tsx'
import { usePatience } from './use-patience.ts'

/** Makes the first administrator. Whoever can read the log or the data folder is the one to do it. */
export function SetUpForm() {
  const text = useText()
  const [token, setToken] = useState('')
  const [name, setName] = useState('')
  const [password, setPassword] = useState(noPassword)
  const setUp = useMutation(setUpMutation(useQueryClient()))
  const patience = usePatience()
  const isPending = setUp.isPending || setUp.isSuccess
  const isNameBad = name !== '' && !userNameSchema.safeParse(name).success
  const fault = passwordFaultIn(setUp.error)
  const tokenFault = tokenFaultIn(setUp.error)
  const isReserved = problemIn(setUp.error)?.fault === 'reserved'

  const send = () => {
    if (isPending || patience.secondsLeft > 0 || isNameBad || !isTypedTwice(password)) return
    if (token === '' || name === '') return
    setUp.mutate(
      { token: token.trim(), name, password: password.first },
      {
        onError: (error) => {
          patience.note(error)
          // Somebody else was faster: there is nothing to be set up any more.
          if (problemIn(error)?.code === 'NOT_FOUND') doubtSession()
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
        label={text('set-up.token')}
        name="setup-token"
        autoComplete="off"
        // oxlint-disable-next-line jsx-a11y/no-autofocus -- there is nothing else on the page
        autoFocus
        required
        note={text('set-up.token.note')}
        fault={tokenFault && text(`set-up.token.${tokenFault}`)}
        value={token}
        onChange={(event) => setToken(event.currentTarget.value)}
      />
      <TextField
        label={text('set-up.name')}
        name="username"
        autoComplete="username"
        required
        note={text('user-name.note')}
        fault={
          isNameBad ? text('user-name.note') : isReserved ? text('user-name.reserved') : undefined
        }
        value={name}
        onChange={(event) => setName(event.currentTarget.value)}
      />
      <NewPasswordFields
        label={text('sign-in.password')}
        value={password}
        fault={fault && text(`password-fault.${fault}`)}
        onChange={setPassword}
      />
      {setUp.error && !fault && !tokenFault && !isReserved && (
        <SigningTrouble error={setUp.error} />
      )}
      <Button type="submit" look="filled" isPending={isPending} isOff={patience.secondsLeft > 0}>
        {patience.secondsLeft > 0
          ? text('sign-in.wait', { wait: durationWords(text, patience.secondsLeft) })
          : text('set-up.submit')}
      </Button>
    </form>
  )
}

/** What is wrong with the setup token; `undefined` where it is something else. */
function tokenFaultIn(error: unknown): 'wrong' | 'expired' | undefined {
  const problem = problemIn(error)
  if (problem?.code !== 'INVALID_INPUT' || problem.field !== 'body.token') return undefined
  return problem.fault === 'expired' ? 'expired' : 'wrong'
}
