import { rewindOf } from '@wheelhouse/contract'
import { useText } from '../../../i18n/text.ts'
import { durationWords } from '../../../i18n/words.ts'
import { useNow } from '../../../lib/clock.ts'
import { localTime, utcTime, zoneOf } from '../../../lib/time.ts'
import { Facts } from '../../../ui/facts.tsx'
import { Strip } from '../../../ui/strip.tsx'
import classes from './operation-dialog.module.css'
import { secondsOf } from './position.ts'
import type { PositionDraft } from './position.ts'

interface PositionMeaningProps {
  readonly position: PositionDraft
  readonly currentSeconds: number | null
}

/** The position three ways, how much is delivered again or left out, and whether a store still has it. */
export function PositionMeaning({ position, currentSeconds }: PositionMeaningProps) {
  const text = useText()
  const nowMs = useNow()
  const toSeconds = secondsOf(position)
  if (toSeconds === undefined) return null
  const { direction, replaySeconds, ageSeconds, warnings } = rewindOf({
    toSeconds,
    currentSeconds,
    nowMs,
  })
  const n = durationWords(text, Math.abs(replaySeconds ?? ageSeconds))
  const age = warnings.find((warning) => warning !== 'forward-jump')

  return (
    <div aria-live="polite" className={classes.consequence}>
      <Facts
        facts={[
          {
            label: text('rewind.local', { zone: zoneOf(toSeconds * 1000) }),
            value: localTime(toSeconds * 1000),
          },
          { label: 'UTC', value: utcTime(toSeconds * 1000) },
          { label: text('rewind.epoch'), value: <span className="mono">{toSeconds}</span> },
        ]}
      />
      {direction === 'forward' ? (
        <Strip tone="bad">
          <strong>{text('rewind.forward', { n })}</strong> {text('rewind.forward.then')}
        </Strip>
      ) : (
        <p>
          <strong>{text(`rewind.direction.${direction}`, { n })}</strong>
        </p>
      )}
      {age && <Strip tone="warning">{text(`warning.${age}`)}</Strip>}
    </div>
  )
}
