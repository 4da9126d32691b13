// Cheaper to draw anew than to remember: see vite.config.ts.
'use no memo'

import { IconFilterOff, IconPlaylistAdd } from '@tabler/icons-react'
import type { ComponentProps, ReactNode } from 'react'
import { ComponentTable, useRowHeight } from '../../features/components/list/component-table.tsx'
import { useText } from '../../i18n/text.ts'
import { Button } from '../../ui/button.tsx'
import { Bones } from '../../ui/bones.tsx'
import { Face } from '../../ui/face.tsx'
import classes from './components-page.module.css'
import { FailedFace } from '../failed-face.tsx'

interface ComponentsListProps extends ComponentProps<typeof ComponentTable> {
  /** How many are tracked; `undefined` until they have been read once. */
  readonly total: number | undefined
  readonly error: Error | null
  readonly addButton: ReactNode
  readonly onRetry: () => void
  readonly onClear: () => void
}

/** The list in each of its faces: loading, failed, empty, nothing that matches, and full. */
export function ComponentsList(props: ComponentsListProps) {
  const { total, error, addButton, onRetry, onClear, ...table } = props
  const text = useText()
  const rowHeight = useRowHeight(table.density)

  if (total === undefined) {
    return error ? (
      <FailedFace error={error} onRetry={onRetry} />
    ) : (
      <div className={classes.surface} aria-busy>
        <span className="unseen">{text('loading')}</span>
        <div className={classes.head} />
        <Bones rows={12} height={rowHeight} />
      </div>
    )
  }
  if (total === 0) {
    return (
      <Face icon={IconPlaylistAdd} title={text('empty.title')} actions={addButton}>
        <p>{text('empty.why')}</p>
        <p>{text('empty.where')}</p>
      </Face>
    )
  }
  if (table.ids.length === 0) {
    return (
      <Face
        icon={IconFilterOff}
        title={text('nomatch.title')}
        actions={<Button onClick={onClear}>{text('nomatch.clear')}</Button>}
      >
        <p>{text('nomatch.body', { n: total })}</p>
      </Face>
    )
  }
  return <ComponentTable {...table} />
}
