import { componentKinds } from '@wheelhouse/contract'
import type { Cluster } from '@wheelhouse/contract'
import type { ReactNode } from 'react'
import { useText } from '../../i18n/text.ts'
import { SelectField } from '../../ui/select-field.tsx'
import { TextFilter } from '../../ui/text-filter.tsx'
import { origins } from './inventory-search.ts'
import classes from './tracked-filters.module.css'
import type { InventorySearch } from './inventory-search.ts'

interface TrackedFiltersProps {
  readonly search: InventorySearch
  readonly clusters: readonly Cluster[]
  readonly onNarrow: (change: InventorySearch) => void
  /** At the end of the line. */
  readonly children: ReactNode
}

export function TrackedFilters({ search, clusters, onNarrow, children }: TrackedFiltersProps) {
  const text = useText()
  const { q = '', cluster, kind, origin, level } = search
  return (
    <div className={classes.filters}>
      <TextFilter
        label={text('inventory.search')}
        value={q}
        onChange={(next) => onNarrow({ q: next || undefined })}
      />
      {(clusters.length > 1 || cluster !== undefined) && (
        <SelectField
          label={text('inventory.cluster')}
          value={cluster ?? ''}
          options={[
            { value: '', label: text('components.cluster.all') },
            ...clusters.map(({ id, name }) => ({ value: id, label: `CM ${name}` })),
          ]}
          onChange={(value) => onNarrow({ cluster: value || undefined })}
        />
      )}
      <SelectField
        label={text('add.kind')}
        value={kind ?? ''}
        options={[
          { value: '', label: text('kinds.all') },
          ...componentKinds.map((it) => ({ value: it, label: text(`component-kind.${it}`) })),
        ]}
        onChange={(value) => onNarrow({ kind: componentKinds.find((it) => it === value) })}
      />
      <SelectField
        label={text('inventory.origin')}
        value={origin ?? ''}
        options={[
          { value: '', label: text('inventory.origin.all') },
          ...origins.map((it) => ({ value: it, label: text(`origin.${it}`) })),
        ]}
        onChange={(value) => onNarrow({ origin: origins.find((it) => it === value) })}
      />
      <SelectField
        label={text('protection.title')}
        value={level ?? ''}
        options={[
          { value: '', label: text('inventory.level.all') },
          { value: 'own', label: text('inventory.level.own') },
        ]}
        onChange={(value) => onNarrow({ level: value === 'own' ? 'own' : undefined })}
      />
      <div className={classes.told}>{children}</div>
    </div>
  )
}
