import { useMutation } from '@tanstack/react-query'
import { lagThresholds, protectionLevels } from '@wheelhouse/contract'
import type { Cluster } from '@wheelhouse/contract'
import { protectClusterMutation } from '../../api/clusters.ts'
import { problemWords } from '../../api/problem-words.ts'
import { useText } from '../../i18n/text.ts'
import { durationWords } from '../../i18n/words.ts'
import { ChoiceField } from '../../ui/choice-field.tsx'
import { Trouble } from '../../ui/trouble.tsx'
import classes from './protection-field.module.css'

/** How much lag the components of a cluster may have: OMS's own three levels. */
export function ProtectionField({ cluster }: { readonly cluster: Cluster }) {
  const text = useText()
  const { id, name, protection } = cluster
  const { mutate, isPending, variables, error } = useMutation(protectClusterMutation(id))
  const chosen = isPending ? variables : protection
  return (
    <div className={classes.protection}>
      <ChoiceField
        name={`protection-${id}`}
        label={
          <>
            <span aria-hidden>{text('clusters.protection')}</span>
            <span className="unseen">{text('clusters.protection.of', { name })}</span>
          </>
        }
        options={protectionLevels.map((level) => ({
          value: level,
          label: (
            <>
              <strong>{text(`protection-level.${level}`)}</strong>
              <span>
                {text('clusters.protection.lag', { n: durationWords(text, lagThresholds[level]) })}
              </span>
            </>
          ),
        }))}
        chosen={chosen}
        isBusy={isPending}
        onChoose={(level) => mutate(level)}
      />
      <p className={classes.note}>{text('clusters.protection.note')}</p>
      {error && <Trouble {...problemWords(text, error)} />}
    </div>
  )
}
