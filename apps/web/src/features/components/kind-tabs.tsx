import { componentKinds } from '@wheelhouse/contract'
import type { Component, ComponentKind } from '@wheelhouse/contract'
import { useText } from '../../i18n/text.ts'
import { numberWords } from '../../i18n/words.ts'
import { Tabs } from '../../ui/tabs.tsx'
import { countByKind } from './view.ts'

interface KindTabsProps {
  /** Those of every kind, whatever else they are filtered by; `undefined` until they have been read. */
  readonly components: readonly Component[] | undefined
  readonly chosen: ComponentKind | undefined
  readonly onChoose: (kind: ComponentKind | undefined) => void
}

export const kindTabsName = 'kind'
export const kindTabId = (kind: ComponentKind | undefined) => kind ?? 'all'

/** All kinds in one list, or one kind, with how many there are of each. */
export function KindTabs({ components, chosen, onChoose }: KindTabsProps) {
  const text = useText()
  const counts = components && countByKind(components)
  const countWords = (n: number | undefined) => (n === undefined ? undefined : numberWords(n))
  return (
    <Tabs
      name={kindTabsName}
      label={text('kinds.label')}
      chosen={kindTabId(chosen)}
      onChoose={(id) => onChoose(id === 'all' ? undefined : id)}
      tabs={[
        { id: 'all', label: text('kinds.all'), count: countWords(components?.length) },
        ...componentKinds.map((kind) => ({
          id: kind,
          label: text(`component-kind.${kind}`),
          count: countWords(counts?.[kind]),
        })),
      ]}
    />
  )
}
