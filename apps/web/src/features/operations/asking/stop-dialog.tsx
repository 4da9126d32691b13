import { isObservable } from '@wheelhouse/contract'
import type { Component } from '@wheelhouse/contract'
import { useState } from 'react'
import type { Text } from '../../../i18n/text.ts'
import { useText } from '../../../i18n/text.ts'
import { localTime } from '../../../lib/time.ts'
import type { CommandDialogProps } from './command-dialog-props.ts'
import { OperationDialog } from './operation-dialog.tsx'
import { taskRequest } from './task-request.ts'
import { TaskTypeField, lastTaskType } from './task-type-field.tsx'
import { useCurrent } from './use-current.ts'

export function StopDialog(props: CommandDialogProps) {
  const text = useText()
  const component = useCurrent(props.component)
  const [taskType, setTaskType] = useState(() => lastTaskType(props.component))
  const isChecker = component.kind === 'checker'
  return (
    <OperationDialog
      {...props}
      kind="stop"
      request={taskRequest('stop', component, { taskType })}
      isDangerous
      said={['interrupts']}
      consequence={<p>{consequenceWords(text, component)}</p>}
    >
      {isChecker ? <TaskTypeField value={taskType} onChange={setTaskType} /> : undefined}
    </OperationDialog>
  )
}

function consequenceWords(text: Text, { kind, identity, name, checkpoint }: Component): string {
  const shown = identity ?? name
  if (kind === 'checker') return text('stop.consequence.checker', { name: shown })
  if (!isObservable(kind)) return text('stop.consequence.unseen', { name: shown })
  return checkpoint === null
    ? text('stop.consequence.plain', { name: shown })
    : text('stop.consequence', { name: shown, at: localTime(checkpoint * 1000) })
}
