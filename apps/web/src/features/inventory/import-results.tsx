import { IconCopy } from '@tabler/icons-react'
import type { ImportResult } from '@wheelhouse/contract'
import { useState } from 'react'
import { useText } from '../../i18n/text.ts'
import { numberWords } from '../../i18n/words.ts'
import { copyText } from '../../lib/copy-text.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { faultWords } from './fault-words.ts'
import classes from './import-dialog.module.css'
import { rowKey } from './judge-lines.ts'
import type { JudgedLine } from './judge-lines.ts'
import { LineList } from './line-list.tsx'
import { refusedRows } from './refused-rows.ts'
import type { RefusedRow } from './refused-rows.ts'
import { inventoryCsv } from './write-inventory.ts'

interface ImportResultsProps {
  /** As they were sent, with those that were left out. */
  readonly lines: readonly JudgedLine[]
  readonly results: readonly ImportResult[]
  readonly onClose: () => void
}

/** What became of each line of a file. */
export function ImportResults({ lines, results, onClose }: ImportResultsProps) {
  const text = useText()
  const refused = refusedRows(lines, results)
  const outcomes = new Map(results.map((result) => [rowKey(result), result.outcome]))
  const count = (outcome: ImportResult['outcome']) =>
    results.filter((it) => it.outcome === outcome).length
  const reasonOf = ({ fault }: RefusedRow) => {
    if (fault === undefined) return text('import.refused')
    return fault === 'not-allowed' ? text('add.not-allowed') : faultWords(text, fault)
  }
  const wasThere = lines.filter(
    ({ row, fault }) =>
      fault === 'tracked' || (row && outcomes.get(rowKey(row)) === 'already-tracked'),
  )
  const taken = lines.filter(({ row }) => row && outcomes.get(rowKey(row)) === 'tracked')

  return (
    <Dialog
      title={text('import.done')}
      size="760px"
      onClose={onClose}
      actions={
        <>
          {refused.length > 0 && (
            <CopyRefused
              csv={() => inventoryCsv(refused.map((it) => ({ ...it.cells, reason: reasonOf(it) })))}
            />
          )}
          <Button look="filled" data-autofocus onClick={onClose}>
            {text('dialog.done')}
          </Button>
        </>
      }
    >
      <output className={classes.sums}>
        <strong>{text('add.outcome.tracked', { n: numberWords(count('tracked')) })}</strong>
        {wasThere.length > 0 && (
          <span className={classes.skipped}>
            {text('add.outcome.already-tracked', { n: numberWords(wasThere.length) })}
          </span>
        )}
        {refused.length > 0 && (
          <strong className={classes.bad}>
            {text('add.outcome.refused', { n: numberWords(refused.length) })}
          </strong>
        )}
      </output>
      <LineList
        lines={[
          ...refused.map((it) => ({
            line: it.line,
            name: it.cells.name ?? '',
            state: 'bad' as const,
            note: reasonOf(it),
          })),
          ...wasThere.map(({ line, cells }) => ({
            line,
            name: cells.name ?? '',
            state: 'skipped' as const,
            note: text('fault.tracked'),
          })),
          ...taken.map(({ line, cells }) => ({
            line,
            name: cells.name ?? '',
            state: 'good' as const,
            note: text('import.tracked'),
          })),
        ]}
      />
      <p className={classes.dim}>{text('add.outcome.next')}</p>
    </Dialog>
  )
}

/** As a file's text, with the reasons: mended, it can be imported as it is. */
function CopyRefused({ csv }: { readonly csv: () => Promise<string> }) {
  const text = useText()
  const [outcome, setOutcome] = useState<'copied' | 'failed'>()
  const copy = async () => setOutcome((await copyText(await csv())) ? 'copied' : 'failed')
  return (
    <>
      <span aria-live="polite" className="dim">
        {outcome && text(`copy.${outcome}`)}
      </span>
      <Button icon={IconCopy} onClick={() => void copy()}>
        {text('import.copy-refused')}
      </Button>
    </>
  )
}
