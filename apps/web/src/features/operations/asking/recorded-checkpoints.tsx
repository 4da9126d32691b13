import { useQuery } from '@tanstack/react-query'
import { IconCheck } from '@tabler/icons-react'
import type { RecordedCheckpoint } from '@wheelhouse/contract'
import { useState } from 'react'
import { checkpointsQuery } from '../../../api/history.ts'
import { problemWords } from '../../../api/problem-words.ts'
import { useText } from '../../../i18n/text.ts'
import { useNow } from '../../../lib/clock.ts'
import { localTime } from '../../../lib/time.ts'
import { Bones } from '../../../ui/bones.tsx'
import { Button } from '../../../ui/button.tsx'
import { Trouble } from '../../../ui/trouble.tsx'
import classes from './recorded-checkpoints.module.css'
import { distanceWords, firstShown, whyWords } from './recorded.ts'

interface RecordedCheckpointsProps {
  readonly component: string
  /** Where it is now, epoch seconds; null where that can't be read. */
  readonly currentSeconds: number | null
  /** What the position says now, epoch seconds. */
  readonly chosen: number | undefined
  readonly onChoose: (seconds: number) => void
}

/** Positions that it had; picking one fills in exactly that. */
export function RecordedCheckpoints(props: RecordedCheckpointsProps) {
  const { component, currentSeconds, chosen, onChoose } = props
  const text = useText()
  const { data, error, refetch } = useQuery(checkpointsQuery(component))
  const [showsAll, setShowsAll] = useState(false)
  const items = data?.items ?? []
  const shown = showsAll ? items : firstShown(items)
  const trouble = error && problemWords(text, error)

  return (
    <details className={classes.recorded}>
      <summary>
        {data ? text('recorded.title.n', { n: items.length }) : text('recorded.title')}
      </summary>
      <div className={classes.body} aria-busy={!data && !error}>
        {trouble && (
          <Trouble
            sentence={`${text(data ? 'recorded.stale' : 'recorded.failed')} ${trouble.sentence}`}
            small={trouble.small}
            action={
              <Button isSmall onClick={() => void refetch()}>
                {text('retry')}
              </Button>
            }
          />
        )}
        {!data && !error && <Bones rows={3} height={40} />}
        {data && items.length === 0 && <p className="dim">{text('recorded.none')}</p>}
        {shown.length > 0 && (
          <ul aria-label={text('recorded.title')} className={classes.list}>
            {shown.map((item) => (
              <li key={`${item.at} ${item.checkpoint} ${item.why}`}>
                <Recorded
                  item={item}
                  currentSeconds={currentSeconds}
                  isChosen={item.checkpoint === chosen}
                  onChoose={onChoose}
                />
              </li>
            ))}
          </ul>
        )}
        {shown.length < items.length && (
          <Button isSmall look="quiet" onClick={() => setShowsAll(true)}>
            {text('recorded.all', { n: items.length })}
          </Button>
        )}
      </div>
    </details>
  )
}

interface RecordedProps {
  readonly item: RecordedCheckpoint
  readonly currentSeconds: number | null
  readonly isChosen: boolean
  readonly onChoose: (seconds: number) => void
}

function Recorded({ item, currentSeconds, isChosen, onChoose }: RecordedProps) {
  const text = useText()
  const nowMs = useNow()
  const { checkpoint } = item
  return (
    <button
      type="button"
      aria-pressed={isChosen}
      className={classes.item}
      onClick={() => onChoose(checkpoint)}
    >
      <IconCheck size={15} stroke={2.2} aria-hidden />
      <span className="mono">{localTime(checkpoint * 1000)}</span>
      <span>{distanceWords(text, checkpoint, { currentSeconds, nowMs })}</span>
      <span className="dim">{whyWords(text, item, nowMs)}</span>
    </button>
  )
}
