import { TextInput } from '@mantine/core'
import '@mantine/core/styles/Input.css'
import { jvmHints, parseJvm } from '@wheelhouse/contract'
import type { ComponentConfig } from '@wheelhouse/contract'
import { useState } from 'react'
import { useText } from '../../../i18n/text.ts'
import { Strip } from '../../../ui/strip.tsx'
import type { CommandDialogProps } from './command-dialog-props.ts'
import { ConfigureDialog } from './configure-dialog.tsx'
import { kindlyNamed } from './kindly-named.ts'
import { jvmFaultsOf, jvmFormOf, jvmKeyOf, jvmText } from './jvm-form.ts'
import type { JvmForm } from './jvm-form.ts'
import classes from './operation-dialog.module.css'

const sizes = [
  { field: 'heapMin', flag: '-Xms' },
  { field: 'heapMax', flag: '-Xmx' },
  { field: 'young', flag: '-Xmn' },
] as const

interface JvmDialogProps extends CommandDialogProps {
  /** What is known of its configuration when the dialog opens. */
  readonly config: ComponentConfig | undefined
  readonly onDone?: () => void
}

/** The flags of a connector's or checker's JVM, one field each, put together as they are sent. */
export function JvmDialog({ config, ...props }: JvmDialogProps) {
  const text = useText()
  const key = jvmKeyOf(props.component.kind)
  const [before] = useState(() => config?.entries.find((entry) => entry.key === key)?.value ?? null)
  const [form, setForm] = useState(() => jvmFormOf(before))
  const edit = (change: Partial<JvmForm>) => setForm((now) => ({ ...now, ...change }))

  const flags = jvmText(form)
  const faults = jvmFaultsOf(flags)
  const parts = parseJvm(flags)
  const hints = 'why' in parts ? [] : jvmHints(parts)
  const isChange = key !== undefined && flags !== '' && flags !== before && faults.length === 0

  return (
    <ConfigureDialog
      {...props}
      title={text('jvm.title', { name: kindlyNamed(text, props.component) })}
      changes={isChange ? { [key]: flags } : undefined}
    >
      <Strip tone="warning">
        {text(`jvm.whole.${props.component.kind === 'checker' ? 'checker' : 'connector'}`)}
      </Strip>
      <div className={classes.sizes}>
        {sizes.map(({ field, flag }) => (
          <TextInput
            key={field}
            data-autofocus={field === 'heapMin' || undefined}
            label={
              <>
                <span className="mono">{flag}</span> {text(`jvm.${field}`)}
              </>
            }
            placeholder="4g"
            spellCheck={false}
            autoComplete="off"
            styles={{ input: { fontFamily: 'var(--wh-mono)' } }}
            value={form[field]}
            onChange={(event) => edit({ [field]: event.currentTarget.value })}
          />
        ))}
      </div>
      <TextInput
        label={text('jvm.others')}
        description={text('jvm.others.hint')}
        spellCheck={false}
        autoComplete="off"
        styles={{ input: { fontFamily: 'var(--wh-mono)' } }}
        value={form.others}
        onChange={(event) => edit({ others: event.currentTarget.value })}
      />
      {faults.length > 0 ? (
        <ul role="alert" className={classes.alarm}>
          {faults.map(({ why, flag }) => (
            <li key={flag}>{text(`jvm-fault.${why}`, { flag })}</li>
          ))}
        </ul>
      ) : (
        <p className={classes.hint}>
          {text('jvm.sent')} <code>{flags === '' ? '—' : flags}</code>
        </p>
      )}
      {flags === before && <p className={classes.hint}>{text('jvm.same')}</p>}
      {hints.map((name) => (
        <Strip key={name} tone="info">
          {text(`jvm-hint.${name}`)}
        </Strip>
      ))}
    </ConfigureDialog>
  )
}
