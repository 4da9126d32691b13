// Cheaper to draw anew than to remember: see vite.config.ts.
'use no memo'

import { componentKinds } from '@wheelhouse/contract'
import type { ComponentKind } from '@wheelhouse/contract'
import { useText } from '../../../i18n/text.ts'
import { numberWords } from '../../../i18n/words.ts'
import { Tabs } from '../../../ui/tabs.tsx'
import type { Narrowed } from './view.ts'

interface KindTabsProps {
  /** How many there are of each kind; `undefined` until they have been read. */
  readonly counts: Narrowed | undefined
  readonly chosen: ComponentKind | undefined
  readonly onChoose: (kind: ComponentKind | undefined) => void
}

export const kindTabsName = 'kind'
export const kindTabId = (kind: ComponentKind | undefined) => kind ?? 'all'

/** All kinds in one list, or one kind, with how many there are of each. */
export function KindTabs({ counts, chosen, onChoose }: KindTabsProps) {
  const text = useText()
  const countWords = (n: number | undefined) => (n === undefined ? undefined : numberWords(n))
  return (
    <Tabs
      name={kindTabsName}
      label={text('kinds.label')}
      chosen={kindTabId(chosen)}
      onChoose={(id) => onChoose(id === 'all' ? undefined : id)}
      tabs={[
        { id: 'all', label: text('kinds.all'), count: countWords(counts?.ofAllKinds) },
        ...componentKinds.map((kind) => ({
          id: kind,
          label: text(`component-kind.${kind}`),
          count: countWords(counts?.kinds[kind]),
        })),
      ]}
    />
  )
}
