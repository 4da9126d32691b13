import { IconEyeOff } from '@tabler/icons-react'
import type { Verdict } from '@wheelhouse/contract'
import { useText } from '../../../i18n/text.ts'
import { durationWords } from '../../../i18n/words.ts'
import { useNow } from '../../../lib/clock.ts'
import { shortTime } from '../../../lib/time.ts'
import { hint } from '../../../ui/hints.tsx'
import type { Bounds } from './chart-range.ts'
import { verdictWords } from './chart-words.ts'
import classes from './lag-chart.module.css'
import { verdictTotals } from './lag-history.ts'
import type { VerdictSpan } from './lag-history.ts'
import { looks } from '../verdict.ts'

interface VerdictLaneProps {
  readonly spans: readonly VerdictSpan[]
  readonly bounds: Bounds
}

/** What it was when, as a band; what the colours mean, and for how long, stands in the legend. */
export function VerdictLane({ spans, bounds: { fromSeconds, untilSeconds } }: VerdictLaneProps) {
  const text = useText()
  const nowMs = useNow()
  const all = untilSeconds - fromSeconds
  return (
    <div aria-hidden className={classes.band}>
      {spans.map(({ verdict, fromSeconds: from, untilSeconds: until }) => (
        <span
          key={from}
          data-tone={verdict === null ? undefined : looks[verdict].tone}
          style={{
            left: `${((from - fromSeconds) / all) * 100}%`,
            width: `${((until - from) / all) * 100}%`,
          }}
          {...hint(
            `${verdictWords(text, verdict)}\n${shortTime(from * 1000, nowMs)} – ${shortTime(until * 1000, nowMs)} · ${durationWords(text, until - from)}`,
          )}
        />
      ))}
    </div>
  )
}

export function VerdictLegend({ spans }: { readonly spans: readonly VerdictSpan[] }) {
  const text = useText()
  return (
    <ul aria-label={text('chart.verdicts')} className={classes.legend}>
      {verdictTotals(spans).map(({ verdict, seconds }) => (
        <li key={verdict ?? ''}>
          <VerdictKey verdict={verdict} />
          {verdictWords(text, verdict)} <span className="dim">{durationWords(text, seconds)}</span>
        </li>
      ))}
    </ul>
  )
}

function VerdictKey({ verdict }: { readonly verdict: Verdict | null }) {
  const Icon = verdict === null ? IconEyeOff : looks[verdict].icon
  return (
    <Icon
      size={14}
      stroke={2}
      aria-hidden
      data-tone={verdict === null ? 'grey' : looks[verdict].tone}
    />
  )
}
