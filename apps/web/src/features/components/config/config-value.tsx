import { useText } from '../../../i18n/text.ts'
import { epochWords } from '../../../lib/epoch.ts'
import { CopyButton } from '../../../ui/copy-button.tsx'
import { hint } from '../../../ui/hints.tsx'
import type { Edit } from './config-draft.ts'
import type { ConfigRow, Secrecy } from './config-rows.ts'
import classes from './config-item.module.css'

interface ConfigValueProps {
  readonly row: ConfigRow
  readonly secrecy: Secrecy | undefined
  readonly isWhole: boolean
}

/** What it is set to: never a secret, and blanks at its ends are said. */
export function ConfigValue({ row: { key, entry, known }, secrecy, isWhole }: ConfigValueProps) {
  const text = useText()
  if (secrecy === 'hidden') {
    return (
      <span className="dim" {...hint(text('config.hidden.note'))}>
        {text('config.hidden')}
      </span>
    )
  }
  if (secrecy === 'secret') {
    return (
      <span className="mono" aria-label={text('config.secret')}>
        ••••••
      </span>
    )
  }
  if (entry?.value === undefined || entry.value === null) {
    return <span className="dim">{text('unknown')}</span>
  }
  const { value } = entry
  if (value === '') return <span className="dim">{text('config.empty')}</span>
  const time = known?.locked === 'position' ? epochWords(value) : undefined
  return (
    <div className={classes.shown}>
      <span className={classes.text} data-whole={isWhole || undefined}>
        {value}
        {time && <span className={classes.time}>{time}</span>}
      </span>
      {value !== value.trim() && <span className={classes.tag}>{text('config.blanks')}</span>}
      {isWhole && <CopyButton value={value} label={text('copy.value', { value: key })} />}
    </div>
  )
}

interface ValueBeforeProps {
  readonly row: ConfigRow
  readonly edit: Edit
  readonly secrecy: Secrecy | undefined
}

/** What the edit takes the place of; said where that has changed since it began, too. */
export function ValueBefore({ row: { entry }, edit, secrecy }: ValueBeforeProps) {
  const text = useText()
  if (secrecy) return <p className={classes.before}>{text('config.secret.replaced')}</p>
  const now = entry?.value ?? null
  return (
    <p className={classes.before}>
      {edit.before === null ? (
        text('config.before.unknown')
      ) : (
        <>
          {text('config.before')}{' '}
          <span className="mono">{edit.before || text('config.empty')}</span>
        </>
      )}
      {now !== null && edit.before !== null && now !== edit.before && (
        <span className={classes.moved}>{text('config.moved', { now })}</span>
      )}
    </p>
  )
}
