import { Checkbox } from '@mantine/core'
import '@mantine/core/styles/Checkbox.css'
import '@mantine/core/styles/InlineInput.css'
import { useText } from '../../../i18n/text.ts'
import type { Around } from '@wheelhouse/contract'
import classes from './operation-dialog.module.css'

interface AroundFieldsProps {
  readonly around: Around
  readonly startWord?: string
  readonly onChange: (around: Around) => void
}

/** Whether the plan begins with a stop and ends with a start. */
export function AroundFields({ around, startWord, onChange }: AroundFieldsProps) {
  const text = useText()
  return (
    <div className={classes.ticks}>
      <Checkbox
        label={text('around.stop')}
        checked={around.stop}
        onChange={(event) => onChange({ ...around, stop: event.currentTarget.checked })}
      />
      <Checkbox
        label={startWord ?? text('around.start')}
        checked={around.start}
        onChange={(event) => onChange({ ...around, start: event.currentTarget.checked })}
      />
    </div>
  )
}
