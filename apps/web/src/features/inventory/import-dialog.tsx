import { useMutation } from '@tanstack/react-query'
import { mostNames } from '@wheelhouse/contract'
import type { ComponentKind } from '@wheelhouse/contract'
import { useState } from 'react'
import { useClusters, useComponents } from '../../api/estate.ts'
import { importMutation } from '../../api/inventory.ts'
import { problemWords } from '../../api/problem-words.ts'
import { useText } from '../../i18n/text.ts'
import { numberWords } from '../../i18n/words.ts'
import { kindNames } from '../../lib/kind-names.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Trouble } from '../../ui/trouble.tsx'
import { lineWords } from './fault-words.ts'
import { ImportDefaults } from './import-defaults.tsx'
import classes from './import-dialog.module.css'
import { ImportResults } from './import-results.tsx'
import { isHarmless, judgeLines, rowKey } from './judge-lines.ts'
import type { JudgedLine } from './judge-lines.ts'
import { LineList } from './line-list.tsx'
import type { NamedFile } from './read-inventory-file.ts'

interface ImportDialogProps {
  readonly file: NamedFile
  readonly onClose: () => void
}

/** What a file would add, line by line; nothing is sent before somebody says so. */
export function ImportDialog({ file, onClose }: ImportDialogProps) {
  const text = useText()
  const clusters = useClusters() ?? []
  const components = useComponents() ?? []
  const [chosen, setChosen] = useState<string>()
  const [kind, setKind] = useState<ComponentKind>('writer')
  // The lines as they were when they were sent: by then what came of them is tracked.
  const [sent, setSent] = useState<readonly JudgedLine[]>()
  const { mutate, data, error, isPending, isError } = useMutation(importMutation)

  if (data && sent) {
    return <ImportResults lines={sent} results={data.items} onClose={onClose} />
  }

  const cluster = chosen ?? clusters[0]?.id
  const tracked = new Set(components.map(rowKey))
  const lines =
    isPending && sent ? sent : judgeLines(file.lines, { clusters, cluster, kind, tracked })
  const rows = lines.flatMap(({ row }) => row ?? [])
  const skipped = lines.filter(({ fault }) => fault && isHarmless(fault)).length
  const bad = lines.length - rows.length - skipped
  const isTooMany = rows.length > mostNames
  const trouble = error && problemWords(text, error)
  const send = () => {
    setSent(lines)
    mutate(rows)
  }

  return (
    <Dialog
      title={text('import.title', { file: file.fileName })}
      size="760px"
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{text('dialog.cancel')}</Button>
          <Button
            look="filled"
            data-autofocus
            isPending={isPending}
            isOff={rows.length === 0 || isTooMany}
            onClick={send}
          >
            {isError ? text('retry') : text('add.submit', { n: rows.length })}
          </Button>
        </>
      }
    >
      <ImportDefaults
        columns={file.columns}
        clusters={clusters}
        cluster={cluster}
        kind={kind}
        onCluster={setChosen}
        onKind={setKind}
      />
      <output className={classes.sums}>
        <strong>{text('add.good', { n: numberWords(rows.length) })}</strong>
        {skipped > 0 && (
          <span className={classes.skipped}>
            {text('import.skipped', { n: numberWords(skipped) })}
          </span>
        )}
        {bad > 0 && (
          <strong className={classes.bad}>{text('add.bad', { n: numberWords(bad) })}</strong>
        )}
      </output>
      <LineList
        lines={lines.map(({ line, cells, row, fault }) => ({
          line,
          name: cells.name ?? '',
          state: fault === undefined ? 'good' : isHarmless(fault) ? 'skipped' : 'bad',
          note: fault
            ? lineWords(text, fault)
            : row
              ? `${row.cluster} · ${kindNames[row.kind]}`
              : '',
        }))}
      />
      {file.ignored.length > 0 && (
        <p className={classes.dim}>
          {text('import.ignored', { columns: file.ignored.slice(0, 8).join(', ') })}
        </p>
      )}
      <p className={classes.dim}>{text('import.nothing-sent')}</p>
      {isTooMany && <Trouble sentence={text('add.too-many', { n: numberWords(mostNames) })} />}
      {trouble && <Trouble sentence={trouble.sentence} small={trouble.small} />}
    </Dialog>
  )
}
