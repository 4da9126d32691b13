import { IconFilterOff, IconPlaylistAdd } from '@tabler/icons-react'
import type { Component } from '@wheelhouse/contract'
import type { ReactNode } from 'react'
import {
  ComponentTable,
  cardHeightPx,
  narrow,
  rowHeightPx,
} from '../features/components/component-table.tsx'
import type { Sort, SortKey } from '../features/components/view.ts'
import { useText } from '../i18n/text.ts'
import { useMediaQuery } from '../lib/media.ts'
import { Button } from '../ui/button.tsx'
import { Bones } from '../ui/bones.tsx'
import { Face } from '../ui/face.tsx'
import classes from './components-page.module.css'
import { FailedFace } from './failed-face.tsx'

interface ComponentsListProps {
  /** `undefined` until they have been read once. */
  readonly components: readonly Component[] | undefined
  readonly error: Error | null
  readonly ids: readonly string[]
  readonly viewKey: string
  readonly sort: Sort
  readonly q: string | undefined
  readonly addButton: ReactNode
  readonly onRetry: () => void
  readonly onClear: () => void
  readonly onSort: (key: SortKey) => void
  readonly onOpen: (id: string) => void
  readonly actionsOf: (component: Component, tabIndex: 0 | -1) => ReactNode
}

/** The list in each of its faces: loading, failed, empty, nothing that matches, and full. */
export function ComponentsList(props: ComponentsListProps) {
  const { components, error, addButton, onRetry, onClear, ...table } = props
  const text = useText()
  const isNarrow = useMediaQuery(narrow)

  if (!components) {
    return error ? (
      <FailedFace error={error} onRetry={onRetry} />
    ) : (
      <div className={classes.surface} aria-busy>
        <span className="unseen">{text('loading')}</span>
        <div className={classes.head} />
        <Bones rows={12} height={isNarrow ? cardHeightPx : rowHeightPx} />
      </div>
    )
  }
  if (components.length === 0) {
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
        <p>{text('nomatch.body', { n: components.length })}</p>
      </Face>
    )
  }
  return <ComponentTable components={components} {...table} />
}
