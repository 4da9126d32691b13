import { operationKindSchema, operationKinds, operationStateSchema } from '@wheelhouse/contract'
import type { OperationKind, OperationState } from '@wheelhouse/contract'
import { useText } from '../../i18n/text.ts'
import { SelectField } from '../../ui/select-field.tsx'
import classes from './operation-filters.module.css'

interface OperationFiltersProps {
  readonly kind: OperationKind | undefined
  readonly state: OperationState | undefined
  readonly onNarrow: (change: {
    kind?: OperationKind | undefined
    state?: OperationState | undefined
  }) => void
}

/** The worst first, as everywhere. */
const states = ['uncertain', 'failed', 'running', 'queued', 'succeeded', 'abandoned'] as const

/** What the list is narrowed to; both stand in the URL. */
export function OperationFilters({ kind, state, onNarrow }: OperationFiltersProps) {
  const text = useText()
  return (
    <div className={classes.filters}>
      <SelectField
        label={text('operations.filter.kind')}
        options={[
          { value: '', label: text('operations.filter.kind.all') },
          ...operationKinds.map((value) => ({ value, label: text(`kind.${value}`) })),
        ]}
        value={kind ?? ''}
        onChange={(value) => onNarrow({ kind: operationKindSchema.safeParse(value).data })}
      />
      <SelectField
        label={text('operations.filter.state')}
        options={[
          { value: '', label: text('operations.filter.state.all') },
          ...states.map((value) => ({ value, label: text(`state.${value}`) })),
        ]}
        value={state ?? ''}
        onChange={(value) => onNarrow({ state: operationStateSchema.safeParse(value).data })}
      />
    </div>
  )
}
