import { useState } from 'react'
import { useText } from '../../../i18n/text.ts'
import { useNow } from '../../../lib/clock.ts'
import { AroundFields } from './around-fields.tsx'
import { aroundOf } from '@wheelhouse/contract'
import type { CommandDialogProps } from './command-dialog-props.ts'
import { OperationDialog } from './operation-dialog.tsx'
import { PositionField } from './position-field.tsx'
import { emptyPosition, secondsOf } from './position.ts'
import { RewindConsequence, rewindSaid } from './rewind-consequence.tsx'
import { writerRewind } from './rewind-request.ts'
import { typedName } from './typed-name.ts'
import { useCurrent } from './use-current.ts'

export function WriterRewind(props: CommandDialogProps) {
  const text = useText()
  const component = useCurrent(props.component)
  const nowMs = useNow()
  const [position, setPosition] = useState(emptyPosition)
  const [around, setAround] = useState(() => aroundOf('rewind', props.component))

  const toSeconds = secondsOf(position)
  const isForward =
    toSeconds !== undefined && component.checkpoint !== null && toSeconds > component.checkpoint

  return (
    <OperationDialog
      {...props}
      kind="rewind"
      size="720px"
      request={writerRewind(component, position, { around, nowMs })}
      isDangerous
      needsReason
      typed={typedName(component.name)}
      {...(isForward ? { submitWord: text('ask.submit.skip') } : {})}
      said={rewindSaid}
      consequence={<RewindConsequence isForward={isForward} />}
    >
      {(invalid) => (
        <>
          <PositionField
            component={component.id}
            position={position}
            currentSeconds={component.checkpoint}
            error={invalid?.sentence}
            onChange={setPosition}
          />
          <AroundFields around={around} startWord={text('rewind.start')} onChange={setAround} />
        </>
      )}
    </OperationDialog>
  )
}
