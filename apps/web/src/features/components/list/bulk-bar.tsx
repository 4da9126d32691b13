import { IconCopy, IconX } from '@tabler/icons-react'
import { useState } from 'react'
import { useText } from '../../../i18n/text.ts'
import { copyText } from '../../../lib/copy-text.ts'
import { Button } from '../../../ui/button.tsx'
import classes from './bulk-bar.module.css'
import { BulkProtection } from './bulk-protection.tsx'
import { CsvButton, toBeSaved } from './csv-button.tsx'
import type { ListTools } from './list-view.ts'

interface BulkBarProps {
  readonly tools: ListTools
}

/** What can be done with the selected rows together, at the foot of the screen while there are any. */
export function BulkBar({ tools }: BulkBarProps) {
  const text = useText()
  const { rows, selected, select } = tools
  if (selected.length === 0) return null

  const shown = new Set(rows.map(({ id }) => id))
  const hidden = selected.filter((id) => !shown.has(id)).length
  return (
    <section className={classes.bar} aria-label={text('bulk.label')}>
      <output className={classes.count}>
        {text('bulk.selected', { n: selected.length })}
        {hidden > 0 && <span className="dim"> {text('bulk.hidden', { n: hidden })}</span>}
      </output>
      <CopyNames tools={tools} />
      <CsvButton tools={tools} />
      <BulkProtection tools={tools} />
      <Button isSmall look="quiet" icon={IconX} onClick={() => select([])}>
        {text('bulk.clear')}
      </Button>
    </section>
  )
}

/** One a line, in the order of the list. */
function CopyNames({ tools }: BulkBarProps) {
  const text = useText()
  const [outcome, setOutcome] = useState<'copied' | 'failed'>()
  const copy = async () => {
    const names = toBeSaved(tools).map(({ name }) => name)
    setOutcome((await copyText(names.join('\n'))) ? 'copied' : 'failed')
    setTimeout(() => setOutcome(undefined), 1600)
  }
  return (
    <>
      <Button isSmall icon={IconCopy} onClick={() => void copy()}>
        {text(outcome ? `copy.${outcome}` : 'bulk.copy')}
      </Button>
      <span className="unseen" aria-live="polite">
        {outcome && text(`copy.${outcome}`)}
      </span>
    </>
  )
}
