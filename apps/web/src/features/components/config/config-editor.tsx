import { IconEye, IconEyeOff } from '@tabler/icons-react'
import type { ConfigKey } from '@wheelhouse/contract'
import { useState } from 'react'
import type { ComponentProps } from 'react'
import { useText } from '../../../i18n/text.ts'
import fieldClasses from '../../../ui/field.module.css'
import { IconButton } from '../../../ui/icon-button.tsx'
import { SelectField } from '../../../ui/select-field.tsx'
import classes from './config-editor.module.css'
import type { Secrecy } from './config-rows.ts'

interface ConfigEditorProps {
  readonly name: string
  readonly known: ConfigKey | undefined
  readonly secrecy: Secrecy | undefined
  readonly value: string
  readonly fault: string | undefined
  /** Somebody has just asked for it. */
  readonly isWanted: boolean
  readonly onChange: (value: string) => void
}

const longText = 60

/** The field that fits a key: a choice, a number, or text in one line or many. All travel as strings. */
export function ConfigEditor(props: ConfigEditorProps) {
  const { name, known, secrecy, value, fault, isWanted, onChange } = props
  const text = useText()
  const isSecret = secrecy === 'secret'
  const [isRevealed, setRevealed] = useState(false)
  const faultId = `fault-${name}`
  const choices = choicesOf(known)

  const shared = {
    'aria-label': name,
    'aria-invalid': fault !== undefined,
    'aria-describedby': fault === undefined ? undefined : faultId,
    autoComplete: 'off',
    spellCheck: false,
    autoFocus: isWanted,
  } as const
  return (
    <div className={classes.editor}>
      {choices ? (
        <SelectField
          label={name}
          value={value}
          // What stands there now may be no documented choice, and is still offered as it is.
          options={[...new Set([value, ...choices])].map((it) => ({
            value: it,
            label: it === '' ? text('config.choose') : it,
          }))}
          onChange={onChange}
        />
      ) : (
        <TextEditor
          {...shared}
          isLong={!isSecret && (known?.type === 'json' || value.length > longText)}
          isSecret={isSecret && !isRevealed}
          inputMode={known?.type === 'integer' ? 'numeric' : undefined}
          placeholder={secrecy ? text('config.secret.keep') : (known?.default ?? '')}
          value={value}
          onText={onChange}
        />
      )}
      {isSecret && (
        <IconButton
          icon={isRevealed ? IconEyeOff : IconEye}
          label={text(isRevealed ? 'config.secret.hide' : 'config.secret.show', { key: name })}
          onClick={() => setRevealed(!isRevealed)}
        />
      )}
      {known?.unit && <span className={classes.unit}>{text(`config-unit.${known.unit}`)}</span>}
      {fault !== undefined && (
        <p id={faultId} className={classes.fault} role="alert">
          {fault}
        </p>
      )}
    </div>
  )
}

const choicesOf = (known: ConfigKey | undefined): readonly string[] | undefined =>
  known?.type === 'boolean' ? ['true', 'false'] : known?.values

interface TextEditorProps extends ComponentProps<'input'> {
  readonly isLong: boolean
  readonly isSecret: boolean
  readonly onText: (value: string) => void
}

function TextEditor({ isLong, isSecret, onText, ...props }: TextEditorProps) {
  if (isLong) {
    const { value, placeholder, 'aria-label': label, autoFocus } = props
    return (
      <textarea
        aria-label={label}
        aria-invalid={props['aria-invalid']}
        aria-describedby={props['aria-describedby']}
        value={value}
        placeholder={placeholder}
        // oxlint-disable-next-line jsx-a11y/no-autofocus -- it comes up because somebody asked to edit this key
        autoFocus={autoFocus}
        rows={4}
        spellCheck={false}
        className={`${fieldClasses.field} ${classes.long}`}
        onChange={(event) => onText(event.currentTarget.value)}
      />
    )
  }
  return (
    <input
      {...props}
      type={isSecret ? 'password' : 'text'}
      // Else a browser offers to fill in, and to keep, what is no password of this page.
      autoComplete={isSecret ? 'new-password' : 'off'}
      className={`${fieldClasses.field} ${classes.text}`}
      onChange={(event) => onText(event.currentTarget.value)}
    />
  )
}
