import { Checkbox } from '@mantine/core'
import '@mantine/core/styles/Checkbox.css'
import '@mantine/core/styles/InlineInput.css'
import type { OperationRequest } from '@wheelhouse/contract'
import { useState } from 'react'
import { useComponents } from '../../../api/estate.ts'
import { useText } from '../../../i18n/text.ts'
import { agoWords } from '../../../i18n/words.ts'
import { useNow } from '../../../lib/clock.ts'
import { Strip } from '../../../ui/strip.tsx'
import { AroundFields } from './around-fields.tsx'
import { aroundOf, hostFault, isAlive } from '@wheelhouse/contract'
import type { CommandDialogProps } from './command-dialog-props.ts'
import { HostField } from './host-field.tsx'
import { hostsOf } from './hosts.ts'
import classes from './operation-dialog.module.css'
import { OperationDialog } from './operation-dialog.tsx'
import type { Doubts } from './plan-checks.tsx'
import { typedName } from './typed-name.ts'
import { useCurrent } from './use-current.ts'

export function MigrateDialog(props: CommandDialogProps) {
  const text = useText()
  const { cluster } = props
  const component = useCurrent(props.component)
  const nowMs = useNow()
  const components = useComponents() ?? []
  const [host, setHost] = useState('')
  const [isForced, setForced] = useState(false)
  const [around, setAround] = useState(() => aroundOf('migrate', props.component))

  const fault = hostFault(host, component.host)
  const input = isForced ? { host, force: true, start: around.start } : { host, ...around }
  // What is at work there was not left behind by a host that is down.
  const isRefuted = isForced && isAlive(component, nowMs)
  const request: OperationRequest | undefined =
    fault || isRefuted ? undefined : { kind: 'migrate', component: component.id, input }
  const hosts = cluster ? hostsOf(components, cluster.id, nowMs) : []
  const neighbours = hosts.find((it) => it.host === component.host)?.live ?? 0
  const doubts: Doubts = {
    ...(hosts.some((it) => it.host === host && it.state === 'down')
      ? { 'host-known': text('migrate.host.doubt', { host }) }
      : {}),
    ...(neighbours > 0 ? { 'host-is-down': text('migrate.force.doubt', { n: neighbours }) } : {}),
  }
  const name = component.identity ?? component.name

  return (
    <OperationDialog
      {...props}
      kind="migrate"
      size="680px"
      request={request}
      isDangerous={isForced}
      needsReason={isForced}
      typed={isForced ? typedName(component.name) : undefined}
      said={['interrupts', 'may-write-twice']}
      doubts={doubts}
      consequence={
        isForced ? (
          <Strip tone="warning">
            <strong>{text('migrate.force.consequence')}</strong>{' '}
            {text('migrate.force.consequence.then')}
          </Strip>
        ) : (
          <p>{text('migrate.consequence', { name })}</p>
        )
      }
    >
      {(invalid) => (
        <>
          <HostField
            hosts={hosts}
            current={component.host}
            value={host}
            error={
              fault && fault !== 'empty'
                ? text(`input-fault.${fault}`)
                : invalid?.field === 'host'
                  ? invalid.sentence
                  : undefined
            }
            onChange={setHost}
          />
          {component.kind === 'writer' && (
            <Checkbox
              label={text('migrate.force')}
              description={text('migrate.force.hint')}
              checked={isForced}
              onChange={(event) => setForced(event.currentTarget.checked)}
            />
          )}
          {isRefuted && component.sampledAt !== null && (
            <Strip tone="bad">
              {text('migrate.force.alive', {
                ago: agoWords(text, Date.parse(component.sampledAt), nowMs),
              })}
            </Strip>
          )}
          {isForced ? (
            <Checkbox
              label={text('migrate.start')}
              checked={around.start}
              onChange={(event) => setAround({ ...around, start: event.currentTarget.checked })}
            />
          ) : (
            <AroundFields around={around} startWord={text('migrate.start')} onChange={setAround} />
          )}
          {fault === 'empty' && <p className={classes.hint}>{text('migrate.choose')}</p>}
        </>
      )}
    </OperationDialog>
  )
}
