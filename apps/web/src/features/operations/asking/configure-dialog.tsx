import { catalogued, isSecretConfigKey } from '@wheelhouse/contract'
import type { OperationRequest } from '@wheelhouse/contract'
import { useState } from 'react'
import type { ReactNode } from 'react'
import { useText } from '../../../i18n/text.ts'
import { Strip } from '../../../ui/strip.tsx'
import { AroundFields } from './around-fields.tsx'
import { aroundOf } from '@wheelhouse/contract'
import type { CommandDialogProps } from './command-dialog-props.ts'
import { configureRequest } from './configure-request.ts'
import { OperationDialog } from './operation-dialog.tsx'
import { TaskTypeField, lastTaskType } from './task-type-field.tsx'

interface ConfigureDialogProps extends CommandDialogProps {
  /** Changed keys as they are sent, `JDBCWriter.worker_num`; `undefined` while one of them is wrong. */
  readonly changes: Readonly<Record<string, string>> | undefined
  readonly title?: string
  /** A form of the keys, where the dialog itself has one. */
  readonly children?: ReactNode
  /** It was taken on. */
  readonly onDone?: () => void
}

/** What changes, what will be sent, and what follows of it. */
export function ConfigureDialog({ changes, children, ...props }: ConfigureDialogProps) {
  const text = useText()
  const { component } = props
  const isChecker = component.kind === 'checker'
  const [around, setAround] = useState(() => aroundOf('configure', component))
  const [taskType, setTaskType] = useState(() => lastTaskType(component))
  const request: OperationRequest | undefined =
    changes && configureRequest(component, { set: changes, around, taskType })

  const secrets = Object.keys(changes ?? {}).filter(
    (key) => isSecretConfigKey(key) || catalogued(component.kind, key)?.secret,
  )

  return (
    <OperationDialog
      {...props}
      kind="configure"
      size="680px"
      request={request}
      isDangerous={around.stop}
      said={['interrupts']}
      consequence={
        <>
          <p>{text(consequence())}</p>
          {secrets.length > 0 && (
            <Strip tone="warning">{text('configure.secret', { keys: secrets.join(', ') })}</Strip>
          )}
        </>
      }
    >
      {children}
      <AroundFields around={around} onChange={setAround} />
      {isChecker && (around.stop || around.start) && (
        <TaskTypeField value={taskType} onChange={setTaskType} />
      )}
    </OperationDialog>
  )

  function consequence() {
    if (isChecker && !around.stop) return 'configure.consequence.checker'
    if (!around.stop) return 'configure.consequence.as-is'
    return around.start ? 'configure.consequence.restart' : 'configure.consequence.stop'
  }
}
