import { Link } from '@tanstack/react-router'
import { IconArrowBackUp } from '@tabler/icons-react'
import type { Operation } from '@wheelhouse/contract'
import { useText } from '../../i18n/text.ts'
import { actorWords } from '../../i18n/words.ts'
import { Button } from '../../ui/button.tsx'
import { hint } from '../../ui/hints.tsx'
import { Panel } from '../../ui/panel.tsx'
import { TimeAgo, TimeAt } from '../../ui/time-ago.tsx'
import { ChangesTable } from './changes-table.tsx'
import classes from './config-versions.module.css'
import { restoreOf } from './restore.ts'
import type { Restored } from './restore.ts'
import { OperationBadge } from './state-badges.tsx'

interface ConfigVersionsProps {
  /** What changed its configuration, the newest first. */
  readonly operations: readonly Operation[]
  /** Whether whoever asks may set the component's addresses. */
  readonly mayAddress: boolean
  readonly onRestore: (restored: Restored) => void
}

/** Who changed what, why and when; and the way back, which becomes a plan like any other change. */
export function ConfigVersions({ operations, mayAddress, onRestore }: ConfigVersionsProps) {
  const text = useText()
  return (
    <Panel title={text('versions.title')} isFlush>
      {operations.length === 0 && <p className={classes.none}>{text('versions.none')}</p>}
      <ol className={classes.versions}>
        {operations.map((operation) => (
          <Version
            key={operation.id}
            operation={operation}
            mayAddress={mayAddress}
            onRestore={onRestore}
          />
        ))}
      </ol>
    </Panel>
  )
}

interface VersionProps {
  readonly operation: Operation
  readonly mayAddress: boolean
  readonly onRestore: (restored: Restored) => void
}

function Version({ operation, mayAddress, onRestore }: VersionProps) {
  const text = useText()
  const { id, kind, actor, reason, createdAt, changes } = operation
  const restored = restoreOf(operation, { mayAddress })
  const isOff = Object.keys(restored.values).length === 0
  const why = isOff
    ? text(`versions.restore.off.${kind === 'rewind' ? 'rewind' : 'other'}`)
    : undefined
  const label = text('versions.restore')
  return (
    <li>
      <div className={classes.head}>
        <Link to="/operations/$id" params={{ id }}>
          {text(`kind.${kind}`)}
        </Link>
        <OperationBadge operation={operation} />
        <span className="dim">
          {actorWords(text, actor)} · <TimeAgo at={createdAt} /> · <TimeAt at={createdAt} />
        </span>
        <span className={classes.restore}>
          <Button
            isSmall
            icon={IconArrowBackUp}
            isOff={isOff}
            aria-label={why === undefined ? label : text('command.off', { label, reason: why })}
            {...hint(why ?? text('versions.restore.hint'))}
            onClick={() => onRestore(restored)}
          >
            {label}
          </Button>
        </span>
      </div>
      {reason !== null && (
        <p className={classes.reason}>
          {text('versions.reason')} {reason}
        </p>
      )}
      {changes.length > 0 && <ChangesTable changes={changes} />}
    </li>
  )
}
