import type { ReactNode } from 'react'
import classes from './choice-field.module.css'

interface Choice<T extends string> {
  readonly value: T
  readonly label: ReactNode
  readonly lang?: string
}

interface ChoiceFieldProps<T extends string> {
  /** Tells the choices of one page apart. */
  readonly name: string
  readonly label: ReactNode
  readonly options: readonly Choice<T>[]
  readonly chosen: T
  readonly isBusy?: boolean
  readonly onChoose: (value: T) => void
}

/** One of a few, all of them in sight. */
export function ChoiceField<const T extends string>(props: ChoiceFieldProps<T>) {
  const { name, label, options, chosen, isBusy, onChoose } = props
  return (
    <fieldset className={classes.choices} aria-busy={isBusy || undefined}>
      <legend>{label}</legend>
      {options.map(({ value, label: said, lang }) => (
        <label
          key={value}
          lang={lang}
          className={classes.choice}
          data-chosen={value === chosen || undefined}
        >
          <input
            type="radio"
            name={name}
            value={value}
            checked={value === chosen}
            onChange={() => onChoose(value)}
          />
          {said}
        </label>
      ))}
    </fieldset>
  )
}
