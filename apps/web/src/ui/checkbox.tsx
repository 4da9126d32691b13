import type { ComponentProps, ReactNode } from 'react'
import classes from './checkbox.module.css'

interface CheckboxProps extends Omit<ComponentProps<'input'>, 'type' | 'className'> {
  /** Neither on nor off: some of what it stands for are. */
  readonly isSome?: boolean
  /** Its label; without one, `aria-label` names it. */
  readonly children?: ReactNode
  /** At the end of the line, such as a count. */
  readonly aside?: ReactNode
}

/** The browser's own, in the house's colour; its whole line can be clicked. */
export function Checkbox({ isSome = false, children, aside, ...rest }: CheckboxProps) {
  const box = (
    <input
      {...rest}
      ref={(input) => {
        if (input) input.indeterminate = isSome
      }}
      type="checkbox"
      className={classes.box}
    />
  )
  if (children === undefined) return box
  return (
    <label className={classes.line}>
      {box}
      <span className={classes.label}>{children}</span>
      {aside !== undefined && <span className={classes.aside}>{aside}</span>}
    </label>
  )
}
