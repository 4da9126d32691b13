import { IconX } from '@tabler/icons-react'
import { auditKinds } from '@wheelhouse/contract'
import type { AuditKind } from '@wheelhouse/contract'
import { useText } from '../../i18n/text.ts'
import { shortId } from '../../lib/short-id.ts'
import { Button } from '../../ui/button.tsx'
import { Checkbox } from '../../ui/checkbox.tsx'
import { SelectField } from '../../ui/select-field.tsx'
import { TextFilter } from '../../ui/text-filter.tsx'
import classes from './audit-filters.module.css'
import { whoWords } from './audit-words.ts'
import { isNarrowed } from './search.ts'
import type { AuditSearch } from './search.ts'
import { TimeFilter } from './time-filter.tsx'

interface AuditFiltersProps {
  readonly search: AuditSearch
  /** Those who are known to have done something. */
  readonly actors: readonly string[]
  /** What the component of the filter is called, where that is known. */
  readonly componentName: string | undefined
  readonly onNarrow: (change: AuditSearch) => void
}

/** What the trail is narrowed to; all of it stands in the URL. */
export function AuditFilters({ search, actors, componentName, onNarrow }: AuditFiltersProps) {
  const text = useText()
  const { kind = '', actor = '', component, operation } = search
  return (
    <search className={classes.filters} aria-label={text('audit.filter')}>
      <TextFilter
        label={text('audit.filter.q')}
        value={search.q ?? ''}
        onChange={(q) => onNarrow({ q: q === '' ? undefined : q })}
      />
      <SelectField
        label={text('audit.filter.kind')}
        options={[
          { value: '', label: text('audit.filter.kind.all') },
          ...auditKinds.map((value) => ({ value, label: text(`audit-kind.${value}`) })),
        ]}
        value={kind}
        onChange={(value) =>
          onNarrow({ kind: auditKinds.find((it): it is AuditKind => it === value) })
        }
      />
      <SelectField
        label={text('audit.filter.actor')}
        options={[
          { value: '', label: text('audit.filter.actor.all') },
          ...actors.map((value) => ({ value, label: whoWords(text, value) })),
        ]}
        value={actor}
        onChange={(value) => onNarrow({ actor: value === '' ? undefined : value })}
      />
      <TimeFilter
        label={text('audit.filter.from')}
        value={search.from}
        onChange={(from) => onNarrow({ from })}
      />
      <TimeFilter
        label={text('audit.filter.to')}
        value={search.to}
        onChange={(to) => onNarrow({ to })}
      />
      <div>
        <Checkbox
          checked={search.unfinished === 'true'}
          onChange={(event) =>
            onNarrow({ unfinished: event.currentTarget.checked ? 'true' : undefined })
          }
        >
          {text('audit.filter.unfinished')}
        </Checkbox>
      </div>
      {component !== undefined && (
        <Chip
          label={text('audit.filter.component', { name: componentName ?? shortId(component) })}
          onClear={() => onNarrow({ component: undefined })}
        />
      )}
      {operation !== undefined && (
        <Chip
          label={text('audit.filter.operation', { id: shortId(operation) })}
          onClear={() => onNarrow({ operation: undefined })}
        />
      )}
      {isNarrowed(search) && (
        <Button
          isSmall
          look="quiet"
          onClick={() =>
            onNarrow({
              kind: undefined,
              actor: undefined,
              component: undefined,
              operation: undefined,
              q: undefined,
              from: undefined,
              to: undefined,
              unfinished: undefined,
            })
          }
        >
          {text('audit.filter.clear')}
        </Button>
      )}
    </search>
  )
}

function Chip({ label, onClear }: { readonly label: string; readonly onClear: () => void }) {
  const text = useText()
  return (
    <Button
      isSmall
      icon={IconX}
      aria-label={text('audit.filter.drop', { label })}
      onClick={onClear}
    >
      {label}
    </Button>
  )
}
