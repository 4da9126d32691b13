import { Radio, TextInput } from '@mantine/core'
import '@mantine/core/styles/InlineInput.css'
import '@mantine/core/styles/Input.css'
import '@mantine/core/styles/Radio.css'
import { useId } from 'react'
import { useText } from '../../../i18n/text.ts'
import classes from './host-field.module.css'
import type { Host } from './hosts.ts'

interface HostFieldProps {
  readonly hosts: readonly Host[]
  readonly current: string | null
  readonly value: string
  /** Why it can't go there, in words. */
  readonly error: string | undefined
  readonly onChange: (host: string) => void
}

/** The hosts that are known with how it stands there, and room for another. */
export function HostField({ hosts, current, value, error, onChange }: HostFieldProps) {
  const text = useText()
  const group = useId()
  return (
    <>
      {hosts.length > 0 && (
        <Radio.Group
          name={group}
          label={text('migrate.hosts')}
          description={text('migrate.hosts.hint')}
          value={hosts.some(({ host }) => host === value) ? value : ''}
          onChange={onChange}
        >
          <div className={classes.hosts}>
            {hosts.map(({ host, components: n, dead, state }) => (
              <Radio
                key={host}
                value={host}
                disabled={host === current}
                label={<span className="mono">{host}</span>}
                description={
                  <span className={state === 'down' ? classes.down : undefined}>
                    {host === current && `${text('migrate.host.current')} · `}
                    {text(`migrate.host.${state}`, { n, dead })}
                  </span>
                }
              />
            ))}
          </div>
        </Radio.Group>
      )}
      <TextInput
        data-autofocus
        label={text(hosts.length > 0 ? 'migrate.address.other' : 'migrate.address')}
        description={text('migrate.address.hint')}
        placeholder="10.0.0.5"
        spellCheck={false}
        autoComplete="off"
        error={error}
        styles={{ input: { fontFamily: 'var(--wh-mono)' } }}
        value={value}
        onChange={(event) => onChange(event.currentTarget.value.trim())}
      />
    </>
  )
}
