import { IconFileTypeCsv } from '@tabler/icons-react'
import { useState } from 'react'
import type { Component } from '@wheelhouse/contract'
import { useText } from '../../../i18n/text.ts'
import { serverNow } from '../../../lib/clock.ts'
import { saveFile } from '../../../lib/save-file.ts'
import { localTime } from '../../../lib/time.ts'
import { Button } from '../../../ui/button.tsx'
import { hint } from '../../../ui/hints.tsx'
import { columnsOf } from './columns.ts'
import { csvTable, csvText } from './csv.ts'
import type { ListTools } from './list-view.ts'

interface CsvButtonProps {
  readonly tools: Pick<ListTools, 'search' | 'rows' | 'all' | 'selected'>
}

/** What is shown as a file, or where some rows are selected, those. */
export function CsvButton({ tools }: CsvButtonProps) {
  const text = useText()
  const [state, setState] = useState<'making' | 'failed'>()
  const n = tools.selected.length || tools.rows.length
  const words = text(tools.selected.length > 0 ? 'csv.hint.selected' : 'csv.hint', { n })

  const save = async () => {
    setState('making')
    try {
      const table = csvTable(text, toBeSaved(tools), columnsOf(tools.search))
      saveFile(fileName(serverNow()), await csvText(table), 'text/csv;charset=utf-8')
      setState(undefined)
    } catch {
      setState('failed')
    }
  }

  return (
    <>
      <Button
        isSmall
        icon={IconFileTypeCsv}
        isOff={n === 0}
        isPending={state === 'making'}
        {...hint(words)}
        onClick={() => void save()}
      >
        {text('csv.title')}
      </Button>
      {state === 'failed' && <span role="alert">{text('csv.failed')}</span>}
    </>
  )
}

/** In the order of the list; what a filter hides by now comes after what it shows. */
export function toBeSaved({
  rows,
  all,
  selected,
}: Pick<ListTools, 'rows' | 'all' | 'selected'>): readonly Component[] {
  if (selected.length === 0) return rows
  const wanted = new Set(selected)
  const seen = rows.filter(({ id }) => wanted.has(id))
  for (const { id } of seen) wanted.delete(id)
  return [...seen, ...all.filter(({ id }) => wanted.has(id))]
}

const fileName = (nowMs: number) =>
  `wheelhouse-${localTime(nowMs).replaceAll(':', '').replace(' ', '-')}.csv`
