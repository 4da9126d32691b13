import { componentKinds } from '@wheelhouse/contract'
import type { Cluster, ComponentKind } from '@wheelhouse/contract'
import { useText } from '../../i18n/text.ts'
import { SelectField } from '../../ui/select-field.tsx'
import classes from './import-dialog.module.css'
import type { InventoryColumn } from './inventory-columns.ts'

interface ImportDefaultsProps {
  readonly columns: readonly InventoryColumn[]
  readonly clusters: readonly Cluster[]
  readonly cluster: string | undefined
  readonly kind: ComponentKind
  readonly onCluster: (id: string) => void
  readonly onKind: (kind: ComponentKind) => void
}

/** What the file does not say of its lines: their cluster, their kind. A line's own cell wins. */
export function ImportDefaults(props: ImportDefaultsProps) {
  const { columns, clusters, cluster, kind, onCluster, onKind } = props
  const text = useText()
  const asksCluster = !columns.includes('cluster') && clusters.length > 1
  const asksKind = !columns.includes('kind')
  if (!asksCluster && !asksKind) return null
  return (
    <div className={classes.defaults}>
      {asksCluster && (
        <div>
          <span aria-hidden>{text('add.cluster')}</span>
          <SelectField
            label={text('add.cluster')}
            value={cluster ?? ''}
            options={clusters.map(({ id, name }) => ({ value: id, label: `CM ${name}` }))}
            onChange={onCluster}
          />
        </div>
      )}
      {asksKind && (
        <div>
          <span aria-hidden>{text('add.kind')}</span>
          <SelectField
            label={text('add.kind')}
            value={kind}
            options={componentKinds.map((it) => ({
              value: it,
              label: text(`component-kind.${it}`),
            }))}
            onChange={(value) => {
              const next = componentKinds.find((it) => it === value)
              if (next) onKind(next)
            }}
          />
        </div>
      )}
    </div>
  )
}
