import classes from './choice-field.module.css'

interface ChoiceFieldProps<T extends string> {
  /** Tells the choices of one page apart. */
  readonly name: string
  readonly label: string
  readonly options: readonly { readonly value: T; readonly label: string; readonly lang?: string }[]
  readonly chosen: T
  readonly onChoose: (value: T) => void
}

/** One of a few, all of them in sight. */
export function ChoiceField<const T extends string>(props: ChoiceFieldProps<T>) {
  const { name, label, options, chosen, onChoose } = props
  return (
    <fieldset className={classes.choices}>
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
