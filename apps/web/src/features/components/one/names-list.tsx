import { Link } from '@tanstack/react-router'
import { IconArrowBackUp, IconTag } from '@tabler/icons-react'
import type { FormerName } from '@wheelhouse/contract'
import { useText } from '../../../i18n/text.ts'
import { useNow } from '../../../lib/clock.ts'
import { Badge } from '../../../ui/badge.tsx'
import { CopyButton } from '../../../ui/copy-button.tsx'
import { Facts } from '../../../ui/facts.tsx'
import { Panel } from '../../../ui/panel.tsx'
import { Strip } from '../../../ui/strip.tsx'
import { TimeAgo, TimeAt } from '../../../ui/time-ago.tsx'
import { Unknown } from '../cells.tsx'
import classes from './names-list.module.css'
import { isSeenRunning } from '../lineage.ts'

interface NamesListProps {
  /** The newest first, as the API gives them. */
  readonly names: readonly FormerName[]
  /** CM documents a read for it, so that what a name does can be seen at all. */
  readonly isObservable: boolean
}

/** Every name that it has had: where, from when until when, and what gave it the next. */
export const NamesList = ({ names, isObservable }: NamesListProps) => {
  const text = useText()
  return (
    <Panel title={text('names.title')} isFlush>
      <p className={classes.intro}>{text('names.intro')}</p>
      <ol className={classes.names}>
        {names.map((it) => (
          <NameItem key={`${it.name} ${it.since}`} of={it} isObservable={isObservable} />
        ))}
      </ol>
    </Panel>
  )
}

function NameItem({
  of,
  isObservable,
}: {
  readonly of: FormerName
  readonly isObservable: boolean
}) {
  const text = useText()
  const { name, host, since, until, operation } = of
  return (
    <li>
      <div className={classes.head}>
        <span className="mono">{name}</span>
        <CopyButton value={name} label={text('copy.name')} />
        {until === null ? (
          <Badge tone="green" icon={IconTag} word={text('names.current')} />
        ) : (
          <Badge tone="slate" icon={IconArrowBackUp} word={text('names.former')} />
        )}
      </div>
      {isSeenRunning(of) && <Strip tone="bad">{text('names.running')}</Strip>}
      <Facts
        facts={[
          { label: text('column.host'), value: host ?? <Unknown /> },
          { label: text('names.since'), value: <TimeAt at={since} /> },
          {
            label: text('names.until'),
            value: until === null ? text('names.until.now') : <TimeAt at={until} />,
          },
          {
            label: text('names.by'),
            value:
              operation === null ? (
                text('names.by.first')
              ) : (
                <Link to="/operations/$id" params={{ id: operation }}>
                  {text('operation.look')}
                </Link>
              ),
          },
          ...(isObservable
            ? [
                { label: text('names.seen'), value: <Seen of={of} /> },
                { label: text('names.read'), value: <ReadUntil of={of} /> },
              ]
            : []),
        ]}
      />
    </li>
  )
}

function Seen({ of: { seen } }: { readonly of: FormerName }) {
  const text = useText()
  if (!seen) return text('names.seen.never')
  const activeWord = seen.active === null ? 'unknown' : seen.active ? 'yes' : 'no'
  return (
    <span>
      <span className="mono">{seen.status ?? text('status.unknown')}</span> ·{' '}
      {text('pair', { label: text('facts.active'), value: text(`active.${activeWord}`) })} ·{' '}
      <TimeAgo at={seen.at} />
    </span>
  )
}

/** A former name goes on being read, so that one which comes back to life is seen. */
function ReadUntil({ of: { until, readUntil } }: { readonly of: FormerName }) {
  const text = useText()
  const nowMs = useNow()
  if (until === null) return text('names.read.always')
  if (readUntil === null || Date.parse(readUntil) <= nowMs) return text('names.read.no-more')
  return (
    <span>
      {text('names.read.until')} <TimeAt at={readUntil} />
    </span>
  )
}
