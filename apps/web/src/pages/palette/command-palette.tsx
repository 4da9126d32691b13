import { useQuery } from '@tanstack/react-query'
import { useMatch } from '@tanstack/react-router'
import { useDeferredValue, useState } from 'react'
import { useClusters, useComponent, useComponents } from '../../api/estate.ts'
import { operationsQuery } from '../../api/queries.ts'
import { useText } from '../../i18n/text.ts'
import { Palette } from '../../ui/palette.tsx'
import type { PaletteGroup } from '../../ui/palette.tsx'
import { useActionItems } from './palette-actions.tsx'
import {
  useComponentItems,
  useHostItems,
  useOperationItems,
  usePageItems,
} from './palette-places.tsx'

/** Anything by a part of its name: components, hosts, operations, pages, and what can be done here. */
export function CommandPalette({ onClose }: { readonly onClose: () => void }) {
  const text = useText()
  const [query, setQuery] = useState('')
  const q = useDeferredValue(query).trim()
  const components = useComponents() ?? []
  const operations = useQuery(operationsQuery()).data?.items ?? []
  const shownId = useMatch({ from: '/components/$id', shouldThrow: false })?.params.id
  const shown = useComponent(shownId ?? '')
  const clusters = useClusters() ?? []

  const here: PaletteGroup = {
    key: 'actions',
    label: text('palette.actions', { name: shown?.identity ?? shown?.name ?? '' }),
    items: useActionItems(q, shown ?? undefined, clusters),
  }
  const found: PaletteGroup[] = [
    {
      key: 'components',
      label: text('nav.components'),
      items: useComponentItems(q, components),
    },
    { key: 'hosts', label: text('nav.hosts'), items: useHostItems(q, components) },
    { key: 'pages', label: text('palette.pages'), items: usePageItems(q) },
    {
      key: 'operations',
      label: text('nav.operations'),
      items: useOperationItems(q, operations),
    },
  ]
  const groups = [here, ...found].filter(({ items }) => items.length > 0)
  const n = groups.reduce((sum, { items }) => sum + items.length, 0)

  return (
    <Palette
      label={text('palette.label')}
      placeholder={text('palette.placeholder')}
      keys={text('palette.keys')}
      told={text('palette.found', { n })}
      none={text('palette.none', { q })}
      query={query}
      groups={groups}
      onQuery={setQuery}
      onClose={onClose}
    />
  )
}
