// Cheaper to draw anew than to remember: see vite.config.ts.
'use no memo'

import { IconPlayerPlayFilled, IconPlayerStopFilled } from '@tabler/icons-react'
import { isObservable } from '@wheelhouse/contract'
import type { Cluster, Component } from '@wheelhouse/contract'
import { useText } from '../../i18n/text.ts'
import { Button } from '../../ui/button.tsx'
import { hint } from '../../ui/hints.tsx'
import { IconButton } from '../../ui/icon-button.tsx'
import type { MenuItem } from '../../ui/menu.tsx'
import { ask } from './asking/asked-command.ts'
import classes from './command-buttons.module.css'
import { CommandMenu } from './command-menu.tsx'
import { useStart } from './use-start.tsx'
import { useWhyNot } from './why-not.ts'

interface CommandButtonsProps {
  readonly component: Component
  readonly cluster: Cluster | undefined
  /** Icons alone, in a row. */
  readonly isCompact?: boolean
  readonly tabIndex?: 0 | -1
  /** What the page itself offers, at the end of the menu. */
  readonly extras?: readonly MenuItem[]
}

/** Start, stop, and a menu of the rest. One that can't be used stays where it is, and says why. */
export function CommandButtons(props: CommandButtonsProps) {
  const { component, cluster, isCompact = false, tabIndex = 0, extras } = props
  const { start, isPending } = useStart(component)
  const shared = { component, cluster, isCompact, tabIndex }
  // Of what can't be seen running, a start asks first.
  const isDirect = isObservable(component.kind)
  return (
    <div className={classes.buttons} data-compact={isCompact || undefined}>
      <CommandButton
        {...shared}
        kind="start"
        isPending={isPending}
        onClick={isDirect ? start : () => ask({ kind: 'start', component })}
      />
      <CommandButton {...shared} kind="stop" onClick={() => ask({ kind: 'stop', component })} />
      <CommandMenu {...shared} extras={extras} />
    </div>
  )
}

interface CommandButtonProps {
  readonly kind: 'start' | 'stop'
  readonly component: Component
  readonly cluster: Cluster | undefined
  readonly isCompact: boolean
  readonly tabIndex: 0 | -1
  readonly isPending?: boolean
  readonly onClick: () => void
}

function CommandButton(props: CommandButtonProps) {
  const { kind, component, cluster, isCompact, tabIndex, isPending = false, onClick } = props
  const text = useText()
  const reason = useWhyNot()(kind, component, cluster)
  const name = component.identity ?? component.name
  const Icon = kind === 'start' ? IconPlayerPlayFilled : IconPlayerStopFilled
  const label = text(`command-named.${kind}`, { name })

  const fullLabel = reason === undefined ? label : text('command.off', { label, reason })

  if (isCompact) {
    return (
      <IconButton
        icon={Icon}
        label={fullLabel}
        hintText={reason ?? text(`kind.${kind}`)}
        tabIndex={tabIndex}
        isOff={reason !== undefined}
        isPending={isPending}
        onClick={onClick}
      />
    )
  }
  return (
    <Button
      aria-label={fullLabel}
      {...hint(reason)}
      isOff={reason !== undefined}
      isPending={isPending}
      icon={Icon}
      onClick={onClick}
    >
      {text(`kind.${kind}`)}
    </Button>
  )
}
