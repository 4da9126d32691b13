import { Checkbox, TextInput } from '@mantine/core'
import '@mantine/core/styles/Checkbox.css'
import '@mantine/core/styles/InlineInput.css'
import '@mantine/core/styles/Input.css'
import { guessSubtopic, subtopicFault } from '@wheelhouse/contract'
import type { Component } from '@wheelhouse/contract'
import { useState } from 'react'
import { useText } from '../../../i18n/text.ts'
import { Button } from '../../../ui/button.tsx'
import classes from './operation-dialog.module.css'

interface SubtopicAdderProps {
  readonly component: Component
  readonly taken: readonly string[]
  /** That the added ones were read in the connector's own configuration. */
  readonly areRead: boolean
  readonly onRead: (areRead: boolean) => void
  readonly onAdd: (subtopic: string) => void
}

/** A wrong subtopic moves nothing, or another one's position: a person has to have read it. */
export function SubtopicAdder({ component, taken, areRead, onRead, onAdd }: SubtopicAdderProps) {
  const text = useText()
  const [subtopic, setSubtopic] = useState(
    () => (taken.length === 0 && guessSubtopic(component.name, component.kind)) || '',
  )
  const fault = subtopicFault(subtopic)
  const isTaken = taken.includes(subtopic)
  const isOff = fault !== undefined || isTaken || !areRead

  return (
    <div className={classes.group}>
      <Checkbox
        label={text('rewind.subtopic.read')}
        description={text('rewind.subtopic.read.hint')}
        checked={areRead}
        onChange={(event) => onRead(event.currentTarget.checked)}
      />
      <div className={classes.row}>
        <TextInput
          label={text('rewind.subtopic')}
          placeholder="p_3b7ixsl2sxb4_source-000-0"
          spellCheck={false}
          autoComplete="off"
          disabled={!areRead}
          error={
            isTaken
              ? text('rewind.subtopic.taken')
              : fault && fault !== 'empty'
                ? text(`subtopic-fault.${fault}`)
                : undefined
          }
          styles={{ input: { fontFamily: 'var(--wh-mono)' } }}
          value={subtopic}
          onChange={(event) => setSubtopic(event.currentTarget.value)}
        />
        <Button
          isOff={isOff}
          onClick={() => {
            onAdd(subtopic)
            setSubtopic('')
          }}
        >
          {text('rewind.subtopic.add')}
        </Button>
      </div>
    </div>
  )
}
