import type { Cluster, Component } from '@wheelhouse/contract'
import { useText } from '../../../i18n/text.ts'
import { durationWords } from '../../../i18n/words.ts'
import { Facts } from '../../../ui/facts.tsx'
import { Panel } from '../../../ui/panel.tsx'
import { TimeAt } from '../../../ui/time-ago.tsx'
import { LagText, TrendText, Unknown } from '../cells.tsx'
import { CheckpointFacts } from './checkpoint-facts.tsx'
import { clockDoubtSeconds, clockWords, doubtWords } from './clock-doubt.ts'
import classes from './component-facts.module.css'
import { Moment } from './moment.tsx'
import { OwnProtection } from './own-protection.tsx'
import { unmovedWords } from '../verdict.ts'

interface ProgressProps {
  readonly component: Component
  readonly cluster: Cluster | undefined
  readonly isOld: boolean
}

/** How far it has got, how sure that is, and how much lag it may have. */
export function Progress({ component, cluster, isOld }: ProgressProps) {
  const text = useText()
  const { checkpoint, sampledAt, verdict, verdictSince } = component
  return (
    <Panel title={text('facts.progress')}>
      <Facts
        facts={[
          {
            label: text('column.lag'),
            value: <LagText component={component} />,
            note: <LagNote component={component} cluster={cluster} />,
          },
          ...etaFacts(),
          {
            label: text('facts.since', { verdict: text(`verdict.${verdict}`) }),
            value: verdictSince ? <Moment at={verdictSince} isOld={false} /> : <Unknown />,
            note: verdictSince && <TimeAt at={verdictSince} />,
          },
          { label: text('facts.unmoved'), value: unmovedWords(text, component) ?? <Unknown /> },
          {
            label: text('facts.sampled'),
            value: sampledAt ? <Moment at={sampledAt} isOld={isOld} /> : <Unknown />,
            note: sampledAt && !isOld && <TimeAt at={sampledAt} />,
          },
          clockFact(),
          {
            label: text('protection.title'),
            value: <OwnProtection component={component} cluster={cluster} />,
            note: text('protection.note'),
            isWide: true,
          },
        ]}
      />
      <hr className={classes.line} />
      <CheckpointFacts seconds={checkpoint} />
    </Panel>
  )

  function etaFacts() {
    const { etaSeconds, observedAt } = component
    if (etaSeconds === null || observedAt === null || isOld) return []
    return [
      {
        label: text('facts.eta'),
        value: text('facts.eta.about', { n: durationWords(text, etaSeconds) }),
        note: <TimeAt at={Date.parse(observedAt) + etaSeconds * 1000} />,
      },
    ]
  }

  function clockFact() {
    const doubt = clockDoubtSeconds(component, cluster)
    const words = clockWords(text, component, cluster)
    const known = words.length > 0 ? text('clock.agree') : <Unknown />
    return {
      label: text('clock.title'),
      value: doubt === undefined ? known : doubtWords(text, doubt),
      note: words.length > 0 ? words.join(' · ') : undefined,
    }
  }
}

/** Where it is going, and what makes it uncertain; a lag below nothing is explained at once. */
function LagNote({ component, cluster }: Pick<ProgressProps, 'component' | 'cluster'>) {
  const text = useText()
  const { lagSeconds } = component
  const doubt = lagSeconds === null ? undefined : clockDoubtSeconds(component, cluster)
  return (
    <>
      <TrendText component={component} />
      {doubt !== undefined && <span>{doubtWords(text, doubt)}</span>}
      {lagSeconds !== null && lagSeconds < 0 && <span>{text('lag.negative.hint')}</span>}
    </>
  )
}
