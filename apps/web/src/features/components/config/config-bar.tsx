import { useText } from '../../../i18n/text.ts'
import { Button } from '../../../ui/button.tsx'
import { hint } from '../../../ui/hints.tsx'
import classes from './config-list.module.css'

interface ConfigBarProps {
  readonly changes: number
  readonly faults: number
  /** Why nothing can be changed now, if so. */
  readonly refusal: string | undefined
  readonly onDiscard: () => void
  readonly onReview: () => void
}

/** Stays at the foot for as long as something is changed and not sent. */
export function ConfigBar({ changes, faults, refusal, onDiscard, onReview }: ConfigBarProps) {
  const text = useText()
  const reason = faults > 0 ? text('config.faults', { n: faults }) : refusal
  return (
    <section className={classes.bar} aria-label={text('config.bar')}>
      <output>
        <strong>{text('config.changes', { n: changes })}</strong>
        {reason !== undefined && <span className={classes.why}>{reason}</span>}
      </output>
      <Button onClick={onDiscard}>{text('config.discard')}</Button>
      <Button look="filled" isOff={reason !== undefined} {...hint(reason)} onClick={onReview}>
        {text('config.review')}
      </Button>
    </section>
  )
}
