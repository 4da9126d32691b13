import { useMutation } from '@tanstack/react-query'
import { lagThresholds, protectionLevels } from '@wheelhouse/contract'
import type { Cluster, Component, ProtectionLevel } from '@wheelhouse/contract'
import { protectionMutation } from '../../../api/annotations.ts'
import { useMay } from '../../../api/rights.ts'
import { problemWords } from '../../../api/problem-words.ts'
import { useText } from '../../../i18n/text.ts'
import { durationWords } from '../../../i18n/words.ts'
import { Button } from '../../../ui/button.tsx'
import { SelectField } from '../../../ui/select-field.tsx'
import { Trouble } from '../../../ui/trouble.tsx'
import classes from './own-protection.module.css'

interface OwnProtectionProps {
  readonly component: Component
  readonly cluster: Cluster | undefined
}

const ofCluster = 'cluster'

/** How much lag it may have, by OMS's own levels: its own, or its cluster's. */
export function OwnProtection({ component, cluster }: OwnProtectionProps) {
  const text = useText()
  const { level, isOwn } = component.protection
  const may = useMay('inventory', component)
  const change = useMutation(protectionMutation(component.id))
  const trouble = change.error && problemWords(text, change.error)
  const shown = change.isPending ? change.variables : isOwn ? level : null
  // Its own level hides its cluster's, which the cluster then tells.
  const clusterLevel = cluster?.protection ?? (isOwn ? undefined : level)
  const words = (one: ProtectionLevel) =>
    text(`protection.${one}`, { n: durationWords(text, lagThresholds[one]) })

  return (
    <div className={classes.field} aria-busy={change.isPending}>
      <SelectField
        label={text('protection.title')}
        whyOff={may ? undefined : text('refusal.not-allowed')}
        value={shown ?? ofCluster}
        options={[
          {
            value: ofCluster,
            label: clusterLevel
              ? text('protection.of-cluster', { level: words(clusterLevel) })
              : text('protection.of-cluster.plain'),
          },
          ...protectionLevels.map((one) => ({ value: one, label: words(one) })),
        ]}
        onChange={(value) => change.mutate(protectionLevels.find((one) => one === value) ?? null)}
      />
      {trouble && (
        <Trouble
          sentence={`${text('protection.failed')} ${trouble.sentence}`}
          small={trouble.small}
          action={
            <Button isSmall onClick={() => change.mutate(change.variables ?? null)}>
              {text('retry')}
            </Button>
          }
        />
      )}
    </div>
  )
}
