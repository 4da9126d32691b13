import { Link } from '@tanstack/react-router'
import { IconTag } from '@tabler/icons-react'
import type { HistoryMark } from '@wheelhouse/contract'
import { useText } from '../../../i18n/text.ts'
import { useNow } from '../../../lib/clock.ts'
import { operationIcons } from '../../../lib/operation-icons.ts'
import { hint } from '../../../ui/hints.tsx'
import { markTone, markWords, placeMarks } from './chart-marks.ts'
import type { PlacedMarks } from './chart-marks.ts'
import { useWidth } from '../../../ui/use-width.ts'
import type { Bounds } from './chart-range.ts'
import classes from './lag-chart.module.css'

interface MarkLaneProps {
  readonly component: string
  readonly marks: readonly HistoryMark[]
  readonly bounds: Bounds
}

const apartPx = 24

/** What was done to it, each where it happened; a click leads to the operation. */
export function MarkLane({ component, marks, bounds }: MarkLaneProps) {
  const text = useText()
  const [measure, width] = useWidth()
  const places = placeMarks(marks, bounds, width === 0 ? 1 : apartPx / width)
  return (
    <div ref={measure} className={classes.marks}>
      {places.length === 0 ? (
        <p className={classes.quiet}>{text('chart.marks.none')}</p>
      ) : (
        <ul aria-label={text('chart.marks')}>
          {places.map((place) => (
            <li key={place.share} style={{ left: `${place.share * 100}%` }}>
              <Mark component={component} place={place} />
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}

interface MarkProps {
  readonly component: string
  readonly place: PlacedMarks
}

function Mark({ component, place: { marks } }: MarkProps) {
  const text = useText()
  const nowMs = useNow()
  const [first, ...rest] = marks
  if (!first) return null
  const words = marks.map((mark) => markWords(text, mark, nowMs)).join('\n')
  const id = { id: component }
  if (rest.length > 0) {
    return (
      <Link
        to="/components/$id"
        params={id}
        search={{ tab: 'operations' }}
        aria-label={`${text('chart.marks.n', { n: marks.length })}: ${words}`}
        {...hint(words)}
        data-tone={worstTone(marks)}
      >
        {marks.length}
      </Link>
    )
  }
  const Icon = first.type === 'operation' ? operationIcons[first.kind] : IconTag
  const look = { 'aria-label': words, ...hint(words), 'data-tone': markTone(first) }
  return first.type === 'operation' ? (
    <Link to="/operations/$id" params={{ id: first.id }} {...look}>
      <Icon size={13} stroke={2} aria-hidden />
    </Link>
  ) : (
    <Link to="/components/$id" params={id} search={{ tab: 'names' }} {...look}>
      <Icon size={13} stroke={2} aria-hidden />
    </Link>
  )
}

/** Of several in one place, that of the one that ended worst. */
const worstTone = (marks: readonly HistoryMark[]) => {
  const tones = new Set(marks.map(markTone))
  return (['magenta', 'red', 'blue', 'grey', 'slate'] as const).find((tone) => tones.has(tone))
}
