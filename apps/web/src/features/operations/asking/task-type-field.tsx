import { Radio } from '@mantine/core'
import '@mantine/core/styles/InlineInput.css'
import '@mantine/core/styles/Radio.css'
import type { Component, TaskType } from '@wheelhouse/contract'
import { useText } from '../../../i18n/text.ts'
import classes from './operation-dialog.module.css'

const taskTypes = ['migrate', 'verify'] as const satisfies readonly TaskType[]

/** The task that a checker was last told to do; nothing where nobody told it from here: none is likelier. */
export const lastTaskType = ({ lastCommand }: Component): TaskType | undefined =>
  lastCommand?.taskType ?? undefined

interface TaskTypeFieldProps {
  readonly value: TaskType | undefined
  readonly onChange: (taskType: TaskType) => void
}

/** What a checker is to do: CM wants it said with every start and stop, and can't be asked. */
export function TaskTypeField({ value, onChange }: TaskTypeFieldProps) {
  const text = useText()
  return (
    <Radio.Group
      label={text('task-type.label')}
      description={text('task-type.hint')}
      value={value ?? ''}
      onChange={(chosen) => onChange(chosen === 'migrate' ? 'migrate' : 'verify')}
    >
      <div className={classes.ticks} style={{ marginTop: 8 }}>
        {taskTypes.map((taskType) => (
          <Radio key={taskType} value={taskType} label={text(`task-type.${taskType}`)} />
        ))}
      </div>
    </Radio.Group>
  )
}
