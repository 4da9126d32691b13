import { Checkbox } from '@mantine/core'
import '@mantine/core/styles/Checkbox.css'
import '@mantine/core/styles/InlineInput.css'
import { useQuery } from '@tanstack/react-query'
import type { OperationRequest } from '@wheelhouse/contract'
import { useState } from 'react'
import { componentsQuery } from '../../api/queries.ts'
import { useText } from '../../i18n/text.ts'
import { Strip } from '../../ui/strip.tsx'
import { AroundFields } from './around-fields.tsx'
import { aroundOf, hostFault } from '@wheelhouse/contract'
import type { CommandDialogProps } from './command-dialog.tsx'
import { HostField } from './host-field.tsx'
import { hostsOf } from './hosts.ts'
import classes from './operation-dialog.module.css'
import { OperationDialog } from './operation-dialog.tsx'
import { typedName } from './typed-name.ts'

export function MigrateDialog(props: CommandDialogProps) {
  const text = useText()
  const { component, cluster } = props
  const components = useQuery(componentsQuery).data?.items ?? []
  const [host, setHost] = useState('')
  const [isForced, setForced] = useState(false)
  const [around, setAround] = useState(() => aroundOf('migrate', component))

  const fault = hostFault(host, component.host)
  const input = isForced ? { host, force: true, start: around.start } : { host, ...around }
  const request: OperationRequest | undefined = fault
    ? undefined
    : { kind: 'migrate', component: component.id, input }
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
            hosts={cluster ? hostsOf(components, cluster.id) : []}
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
