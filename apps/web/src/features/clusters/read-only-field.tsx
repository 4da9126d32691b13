import { useMutation } from '@tanstack/react-query'
import { mayInCluster } from '@wheelhouse/contract'
import type { Cluster } from '@wheelhouse/contract'
import { readOnlyClusterMutation } from '../../api/clusters.ts'
import { problemWords } from '../../api/problem-words.ts'
import { rights } from '../../api/rights.ts'
import { useText } from '../../i18n/text.ts'
import { useStore } from '../../lib/store.ts'
import { Checkbox } from '../../ui/checkbox.tsx'
import { Trouble } from '../../ui/trouble.tsx'
import classes from './protection-field.module.css'

/** Keeps one CM from being changed. What keeps it already, a person can see and not undo here. */
export function ReadOnlyField({ cluster }: { readonly cluster: Cluster }) {
  const text = useText()
  const grants = useStore(rights)
  const { id, name, readOnly, readOnlyBy } = cluster
  const { mutate, isPending, variables, error } = useMutation(readOnlyClusterMutation(id))
  const mayChange = grants === null || mayInCluster(grants, 'settings', id)
  const isHeld = readOnlyBy === 'configuration' || readOnlyBy === 'product'
  return (
    <div className={classes.protection}>
      <Checkbox
        checked={isPending ? variables : readOnly}
        disabled={isHeld || !mayChange || isPending}
        onChange={(event) => mutate(event.currentTarget.checked)}
      >
        {text('clusters.read-only', { name })}
      </Checkbox>
      <p className={classes.note}>
        {readOnlyBy ? text(`clusters.read-only.by.${readOnlyBy}`) : text('clusters.read-only.note')}
      </p>
      {error && <Trouble {...problemWords(text, error)} />}
    </div>
  )
}
