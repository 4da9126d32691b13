import { useText } from '../../i18n/text.ts'
import { useNow } from '../../lib/clock.ts'
import { localTime } from '../../lib/time.ts'
import { ChoiceField } from '../../ui/choice-field.tsx'
import { TextField } from '../../ui/text-field.tsx'
import classes from './account.module.css'
import { dayOf, expiryOf, lastDay, usualDays } from './token-expiry.ts'
import type { TokenLife } from './token-expiry.ts'

interface LifeFieldsProps {
  readonly life: TokenLife
  readonly day: string
  readonly onChange: (life: TokenLife, day: string) => void
}

/** How long a token is to live, and when that is. */
export function LifeFields({ life, day, onChange }: LifeFieldsProps) {
  const text = useText()
  const nowMs = useNow()
  const endsAt = expiryOf(life, day, nowMs)
  return (
    <div className={classes.stack}>
      <ChoiceField
        name="token-life"
        label={text('account.token.life')}
        options={[
          ...usualDays.map((days) => ({
            value: days,
            label: text('account.token.life.days', { n: Number(days) }),
          })),
          { value: 'date', label: text('account.token.life.date') },
        ]}
        chosen={life}
        onChoose={(next) => onChange(next, day)}
      />
      {life === 'date' && (
        <div className={classes.day}>
          <TextField
            type="date"
            label={text('account.token.life.until')}
            min={dayOf(nowMs)}
            max={lastDay(nowMs)}
            value={day}
            fault={day !== '' && !endsAt ? text('account.token.life.wrong') : undefined}
            onChange={(event) => onChange('date', event.currentTarget.value)}
          />
        </div>
      )}
      {endsAt && (
        <p className={classes.small}>
          {text('account.token.life.ends', { at: localTime(Date.parse(endsAt)) })}
        </p>
      )}
    </div>
  )
}
