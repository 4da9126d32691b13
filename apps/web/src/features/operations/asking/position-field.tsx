import { NativeSelect, TextInput } from '@mantine/core'
import '@mantine/core/styles/Input.css'
import { useState } from 'react'
import { useText } from '../../../i18n/text.ts'
import { useNow } from '../../../lib/clock.ts'
import { zoneOf } from '../../../lib/time.ts'
import { Button } from '../../../ui/button.tsx'
import classes from './operation-dialog.module.css'
import {
  positionFault,
  positionFromEpoch,
  positionFromTime,
  positionOf,
  secondsOf,
} from './position.ts'
import type { PositionDraft } from './position.ts'
import { PositionMeaning } from './position-meaning.tsx'
import { RecordedCheckpoints } from './recorded-checkpoints.tsx'

const jumps = [
  { seconds: 15 * 60, n: 15, unit: 'min' },
  { seconds: 3600, n: 1, unit: 'h' },
  { seconds: 24 * 3600, n: 24, unit: 'h' },
] as const

interface PositionFieldProps {
  /** Whose it is, for what was recorded of it. */
  readonly component: string
  readonly position: PositionDraft
  /** Where it is now, epoch seconds; null where that can't be read. */
  readonly currentSeconds: number | null
  /** What Wheelhouse does not accept of it, in words. */
  readonly error?: string | undefined
  readonly onChange: (position: PositionDraft) => void
}

/** A position by local time or in epoch seconds, as a jump back or as one that was recorded; and what it would mean. */
export function PositionField(props: PositionFieldProps) {
  const { component, position, currentSeconds, error, onChange } = props
  const text = useText()
  const nowMs = useNow()
  const [from, setFrom] = useState<'current' | 'now'>(currentSeconds === null ? 'now' : 'current')
  const fault = positionFault(position, nowMs)
  const nowSeconds = Math.floor(nowMs / 1000)
  const base = from === 'current' ? (currentSeconds ?? nowSeconds) : nowSeconds

  return (
    <>
      <div className={classes.row}>
        <TextInput
          data-autofocus
          type="datetime-local"
          step={1}
          label={text('rewind.time', { zone: zoneOf(nowMs) })}
          value={position.time}
          onChange={(event) => onChange(positionFromTime(event.currentTarget.value))}
        />
        <TextInput
          label={text('rewind.epoch')}
          inputMode="numeric"
          spellCheck={false}
          autoComplete="off"
          styles={{ root: { flex: '1 1 150px' }, input: { fontFamily: 'var(--wh-mono)' } }}
          value={position.epoch}
          onChange={(event) => onChange(positionFromEpoch(event.currentTarget.value))}
        />
      </div>
      <div className={classes.row}>
        <NativeSelect
          label={text('rewind.back')}
          data={[
            ...(currentSeconds === null
              ? []
              : [{ value: 'current', label: text('rewind.from.current') }]),
            { value: 'now', label: text('rewind.from.now') },
          ]}
          value={from}
          onChange={({ currentTarget: { value } }) =>
            setFrom(value === 'current' ? 'current' : 'now')
          }
        />
        {jumps.map(({ seconds, n, unit }) => {
          const jump = text(`duration.${unit}`, { n })
          return (
            <Button
              key={seconds}
              aria-label={text('rewind.jump', { jump })}
              onClick={() => onChange(positionOf(base - seconds))}
            >
              −{jump}
            </Button>
          )
        })}
      </div>
      <RecordedCheckpoints
        component={component}
        currentSeconds={currentSeconds}
        chosen={secondsOf(position)}
        onChoose={(seconds) => onChange(positionOf(seconds))}
      />
      {fault && fault !== 'empty' ? (
        <p role="alert" className={classes.alarm}>
          {text(`position-fault.${fault}`)}
        </p>
      ) : (
        <PositionMeaning position={position} currentSeconds={currentSeconds} />
      )}
      {error && (
        <p role="alert" className={classes.alarm}>
          {error}
        </p>
      )}
    </>
  )
}
