import { Checkbox } from '@mantine/core'
import '@mantine/core/styles/Checkbox.css'
import '@mantine/core/styles/InlineInput.css'
import { useState } from 'react'
import { useText } from '../../../i18n/text.ts'
import type { CommandDialogProps } from './command-dialog-props.ts'
import { OperationDialog } from './operation-dialog.tsx'
import { taskRequest } from './task-request.ts'
import { TaskTypeField, lastTaskType } from './task-type-field.tsx'

/** For the kinds that can't be seen running: a writer is started with one click. */
export function StartDialog(props: CommandDialogProps) {
  const text = useText()
  const { component } = props
  const [taskType, setTaskType] = useState(() => lastTaskType(component))
  const [resume, setResume] = useState(true)
  const isChecker = component.kind === 'checker'
  return (
    <OperationDialog
      {...props}
      kind="start"
      request={taskRequest('start', component, { taskType, resume })}
      isDangerous={isChecker && !resume}
      consequence={
        <p>
          {isChecker
            ? text(resume ? 'start.consequence.resume' : 'start.consequence.anew')
            : text('start.consequence.unseen')}
        </p>
      }
    >
      {isChecker ? (
        <>
          <TaskTypeField value={taskType} onChange={setTaskType} />
          <Checkbox
            label={text('start.resume')}
            description={text('start.resume.hint')}
            checked={resume}
            onChange={(event) => setResume(event.currentTarget.checked)}
          />
        </>
      ) : undefined}
    </OperationDialog>
  )
}
