import { isObservable } from '@wheelhouse/contract'
import type { Component, Operation } from '@wheelhouse/contract'
import { useComponent } from '../../../api/estate.ts'
import { rejectionWords } from '../../../i18n/failure-words.ts'
import { useText } from '../../../i18n/text.ts'
import { useNow } from '../../../lib/clock.ts'
import { localTime, zoneOf } from '../../../lib/time.ts'
import { Facts } from '../../../ui/facts.tsx'
import { Strip } from '../../../ui/strip.tsx'
import { TimeAgo } from '../../../ui/time-ago.tsx'
import { evidenceOf } from './decision-evidence.ts'
import classes from './decision-dialog.module.css'
import type { PlacedStep } from './decisions.ts'

interface DecisionSeenProps {
  readonly operation: Operation
  readonly stuck: PlacedStep
  /** It is about to be said that the step happened, or may be left out: what speaks against that is red. */
  readonly isClaimed?: boolean
}

/** The component as it was read last, beside what somebody is to decide; nothing where CM offers no read. */
export function DecisionSeen({ operation, stuck: { step }, isClaimed }: DecisionSeenProps) {
  const text = useText()
  const nowMs = useNow()
  const { id, kind } = operation.component
  const component = useComponent(id)
  if (!component || !isObservable(kind)) return null
  const evidence = evidenceOf(text, { step, operation }, { component, nowMs })
  const tone = evidence?.speaks === 'against' ? (isClaimed ? 'bad' : 'warning') : ('info' as const)
  return (
    <section className={classes.seen} aria-label={text('observed.title')}>
      <h3>{text('observed.title')}</h3>
      <Seen component={component} saysWords={evidence?.speaks !== 'for'} />
      {evidence && <Strip tone={tone}>{evidence.sentence}</Strip>}
    </section>
  )
}

interface SeenProps {
  readonly component: Component
  /** Unless the evidence has them. */
  readonly saysWords: boolean
}

function Seen({ component, saysWords }: SeenProps) {
  const text = useText()
  const { active, status, checkpoint, observedAt, failure } = component
  const activeWord = active === null ? 'unknown' : active ? 'yes' : 'no'
  const words = failure?.code === 'REJECTED' ? rejectionWords(failure) : undefined
  return (
    <Facts
      isTight
      facts={[
        { label: text('facts.active'), value: text(`active.${activeWord}`) },
        {
          label: text('facts.status'),
          value: <span className="mono">{status ?? text('status.unknown')}</span>,
        },
        {
          label: text('facts.observed'),
          value: observedAt ? <TimeAgo at={observedAt} /> : text('observed.never'),
        },
        {
          label: text('column.checkpoint'),
          value:
            checkpoint === null
              ? text('unknown')
              : `${localTime(checkpoint * 1000)} ${zoneOf(checkpoint * 1000)}`,
          isWide: true,
          note: checkpoint === null ? undefined : `epoch ${checkpoint}`,
        },
        ...(failure && saysWords
          ? [
              {
                label: text(words === undefined ? 'observed.read' : 'observed.words'),
                value: words ?? text(`failure.${failure.code}`),
                note: <TimeAgo at={failure.at} />,
                isWide: true,
              },
            ]
          : []),
      ]}
    />
  )
}
