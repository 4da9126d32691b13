import { useQuery } from '@tanstack/react-query'
import { problemWords } from '../../api/problem-words.ts'
import { operationsQuery } from '../../api/queries.ts'
import { ConfigVersions } from '../../features/operations/config-versions.tsx'
import type { Restored } from '../../features/operations/restore.ts'
import { useText } from '../../i18n/text.ts'
import { Bones } from '../../ui/bones.tsx'
import { Button } from '../../ui/button.tsx'
import { Trouble } from '../../ui/trouble.tsx'
import classes from '../page.module.css'

interface ComponentVersionsProps {
  /** The component's. */
  readonly id: string
  /** Whether whoever asks may set its addresses. */
  readonly mayAddress: boolean
  readonly onRestore: (restored: Restored) => void
}

/** What changed its configuration; a moved position as well, for the same call of CM sets it. */
export function ComponentVersions({ id, mayAddress, onRestore }: ComponentVersionsProps) {
  const text = useText()
  const configured = useQuery(operationsQuery({ component: id, kind: 'configure' }))
  const rewound = useQuery(operationsQuery({ component: id, kind: 'rewind' }))
  if (configured.data && rewound.data) {
    const operations = [...configured.data.items, ...rewound.data.items].toSorted(
      (one, other) => Date.parse(other.createdAt) - Date.parse(one.createdAt),
    )
    return <ConfigVersions operations={operations} mayAddress={mayAddress} onRestore={onRestore} />
  }

  const failed = [configured, rewound].find(({ error }) => error !== null)
  if (!failed?.error) {
    return (
      <div className={classes.surface} aria-busy>
        <Bones rows={2} height={54} />
      </div>
    )
  }
  const { sentence, small } = problemWords(text, failed.error)
  return (
    <Trouble
      sentence={`${text('versions.failed')} ${sentence}`}
      small={small}
      action={
        <Button isSmall onClick={() => void failed.refetch()}>
          {text('retry')}
        </Button>
      }
    />
  )
}
