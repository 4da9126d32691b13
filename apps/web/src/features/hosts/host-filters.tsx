import type { Cluster } from '@wheelhouse/contract'
import { useText } from '../../i18n/text.ts'
import { SelectField } from '../../ui/select-field.tsx'
import { TextFilter } from '../../ui/text-filter.tsx'
import classes from './host-filters.module.css'
import { hostSorts } from './host-view.ts'
import type { HostsSearch } from './host-view.ts'

interface HostFiltersProps {
  readonly search: HostsSearch
  readonly clusters: readonly Cluster[]
  readonly onNarrow: (change: HostsSearch) => void
}

/** What the hosts are narrowed to and sorted by; all of it stands in the URL. */
export function HostFilters({ search, clusters, onNarrow }: HostFiltersProps) {
  const text = useText()
  return (
    <div className={classes.filters}>
      <TextFilter
        label={text('hosts.search')}
        value={search.q ?? ''}
        onChange={(q) => onNarrow({ q: q === '' ? undefined : q })}
      />
      {clusters.length > 1 && (
        <SelectField
          label={text('components.cluster')}
          options={[
            { value: '', label: text('components.cluster.all') },
            ...clusters.map(({ id, name }) => ({ value: id, label: `CM ${name}` })),
          ]}
          value={search.cluster ?? ''}
          onChange={(cluster) => onNarrow({ cluster: cluster === '' ? undefined : cluster })}
        />
      )}
      <SelectField
        label={text('hosts.sort')}
        options={hostSorts.map((value) => ({ value, label: text(`hosts.sort.${value}`) }))}
        value={search.sort ?? 'worst'}
        onChange={(value) => {
          const sort = hostSorts.find((known) => known === value)
          onNarrow({ sort: sort === 'worst' ? undefined : sort })
        }}
      />
    </div>
  )
}
