import { useId } from 'react'
import type { ComponentProps, ReactNode } from 'react'
import fieldClasses from './field.module.css'
import classes from './text-field.module.css'

export interface TextFieldProps extends Omit<ComponentProps<'input'>, 'id' | 'className'> {
  readonly label: string
  /** What belongs into it. */
  readonly note?: ReactNode
  /** What is wrong with what stands in it. */
  readonly fault?: string | undefined
  /** A button at its end. */
  readonly aside?: ReactNode
  /** Below it, beside the note. */
  readonly children?: ReactNode
}

/** One line of text with its name, and below it what belongs there or what is wrong; the browser's own. */
export function TextField(props: TextFieldProps) {
  const { label, note, fault, aside, children, ...rest } = props
  const id = useId()
  const said = fault ?? note
  return (
    <div className={classes.whole}>
      <label htmlFor={id}>{label}</label>
      <div className={classes.line} data-aside={aside === undefined ? undefined : true}>
        <input
          type="text"
          autoCapitalize="none"
          spellCheck={false}
          {...rest}
          id={id}
          className={fieldClasses.field}
          aria-invalid={fault === undefined ? undefined : true}
          aria-describedby={said === undefined ? undefined : `${id}-said`}
        />
        {aside}
      </div>
      {said !== undefined && (
        <p
          id={`${id}-said`}
          className={fault === undefined ? classes.note : classes.fault}
          role={fault === undefined ? undefined : 'alert'}
        >
          {said}
        </p>
      )}
      {children}
    </div>
  )
}
