import { IconEye, IconEyeOff } from '@tabler/icons-react'
import { useState } from 'react'
import type { KeyboardEvent } from 'react'
import { useText } from '../i18n/text.ts'
import { IconButton } from './icon-button.tsx'
import { TextField } from './text-field.tsx'
import type { TextFieldProps } from './text-field.tsx'
import classes from './text-field.module.css'

/** Hidden unless it is asked to be shown; says so where Caps Lock would spoil it. */
export function PasswordField(props: Omit<TextFieldProps, 'type' | 'aside' | 'children'>) {
  const text = useText()
  const [isShown, setShown] = useState(false)
  const [isCapsLocked, setCapsLocked] = useState(false)
  const press = (event: KeyboardEvent) => setCapsLocked(event.getModifierState('CapsLock'))
  return (
    <TextField
      autoComplete="current-password"
      {...props}
      type={isShown ? 'text' : 'password'}
      onKeyDown={press}
      onKeyUp={press}
      onBlur={() => setCapsLocked(false)}
      aside={
        <IconButton
          icon={isShown ? IconEyeOff : IconEye}
          label={text(isShown ? 'password.hide' : 'password.show', { name: props.label })}
          hintText={text(isShown ? 'password.hide.hint' : 'password.show.hint')}
          onClick={() => setShown(!isShown)}
        />
      }
    >
      {isCapsLocked && <output className={classes.caps}>{text('password.caps')}</output>}
    </TextField>
  )
}
