import { Checkbox } from '@mantine/core'
import '@mantine/core/styles/Checkbox.css'
import '@mantine/core/styles/InlineInput.css'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { problemWords } from '../../../api/problem-words.ts'
import { configQuery } from '../../../api/one-component.ts'
import { useText } from '../../../i18n/text.ts'
import { useNow } from '../../../lib/clock.ts'
import { Bones } from '../../../ui/bones.tsx'
import { Button } from '../../../ui/button.tsx'
import { Trouble } from '../../../ui/trouble.tsx'
import { AroundFields } from './around-fields.tsx'
import { aroundOf } from '@wheelhouse/contract'
import type { CommandDialogProps } from './command-dialog-props.ts'
import classes from './operation-dialog.module.css'
import { OperationDialog } from './operation-dialog.tsx'
import { PositionField } from './position-field.tsx'
import { emptyPosition } from './position.ts'
import { RewindConsequence, rewindSaid } from './rewind-consequence.tsx'
import { connectorRewind } from './rewind-request.ts'
import type { SubtopicRow } from './rewind-request.ts'
import { SubtopicAdder } from './subtopic-adder.tsx'
import { typedName } from './typed-name.ts'

export function ConnectorRewind(props: CommandDialogProps) {
  const text = useText()
  const { component } = props
  const nowMs = useNow()
  const config = useQuery(configQuery(component.id))
  const [added, setAdded] = useState<readonly string[]>([])
  const [areRead, setRead] = useState(false)
  const [edits, setEdits] = useState<Readonly<Record<string, Partial<SubtopicRow>>>>({})
  const [around, setAround] = useState(() => aroundOf('rewind', component))

  const known = config.data?.subtopics ?? []
  const rows = [...known, ...added.filter((it) => !known.includes(it))].map(
    (subtopic): SubtopicRow => ({
      subtopic,
      isKnown: known.includes(subtopic),
      isChosen: edits[subtopic]?.isChosen ?? true,
      position: edits[subtopic]?.position ?? emptyPosition,
    }),
  )
  const edit = (subtopic: string, change: Partial<SubtopicRow>) =>
    setEdits((now) => ({ ...now, [subtopic]: { ...now[subtopic], ...change } }))
  const trouble = config.error && problemWords(text, config.error)

  return (
    <OperationDialog
      {...props}
      kind="rewind"
      size="720px"
      request={connectorRewind(component, rows, { around, nowMs, areRead })}
      isDangerous
      needsReason
      typed={typedName(component.name)}
      said={rewindSaid}
      consequence={<RewindConsequence />}
    >
      {(invalid) => (
        <>
          {config.isPending && <Bones rows={2} height={44} />}
          {trouble && (
            <Trouble
              sentence={trouble.sentence}
              small={trouble.small}
              action={
                <Button isSmall onClick={() => void config.refetch()}>
                  {text('retry')}
                </Button>
              }
            />
          )}
          {rows.map(({ subtopic, isChosen, position }) => (
            <section key={subtopic} className={classes.group} aria-label={subtopic}>
              <Checkbox
                label={<span className="mono">{subtopic}</span>}
                description={text(
                  known.includes(subtopic) ? 'rewind.subtopic.known' : 'rewind.subtopic.added',
                )}
                checked={isChosen}
                onChange={(event) => edit(subtopic, { isChosen: event.currentTarget.checked })}
              />
              {isChosen && (
                <PositionField
                  component={component.id}
                  position={position}
                  currentSeconds={null}
                  error={
                    invalid?.field === `checkpoints.${subtopic}` ? invalid.sentence : undefined
                  }
                  onChange={(next) => edit(subtopic, { position: next })}
                />
              )}
            </section>
          ))}
          {!config.isPending && (
            <SubtopicAdder
              component={component}
              taken={rows.map(({ subtopic }) => subtopic)}
              areRead={areRead}
              onRead={setRead}
              onAdd={(subtopic) => setAdded((now) => [...now, subtopic])}
            />
          )}
          <AroundFields around={around} startWord={text('rewind.start')} onChange={setAround} />
        </>
      )}
    </OperationDialog>
  )
}
