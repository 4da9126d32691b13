import { useState } from 'react'
import { useText } from '../../../i18n/text.ts'
import type { CommandDialogProps } from './command-dialog-props.ts'
import { OperationDialog } from './operation-dialog.tsx'
import { TaskTypeField, lastTaskType } from './task-type-field.tsx'

/** A stop and a start that goes on from where it was. */
export function RecheckDialog(props: CommandDialogProps) {
  const text = useText()
  const { component } = props
  const [taskType, setTaskType] = useState(() => lastTaskType(component))
  return (
    <OperationDialog
      {...props}
      kind="recheck"
      request={taskType && { kind: 'recheck', component: component.id, input: { taskType } }}
      said={['interrupts']}
      consequence={<p>{text('recheck.consequence')}</p>}
    >
      <TaskTypeField value={taskType} onChange={setTaskType} />
    </OperationDialog>
  )
}
