import { Link } from '@tanstack/react-router'
import { IconArrowRight } from '@tabler/icons-react'
import type { Component } from '@wheelhouse/contract'
import type { ReactNode } from 'react'
import { useComponent } from '../../../api/estate.ts'
import { useText } from '../../../i18n/text.ts'
import { useNow } from '../../../lib/clock.ts'
import { isStale } from '../../../lib/freshness.ts'
import { Bones } from '../../../ui/bones.tsx'
import { CopyButton } from '../../../ui/copy-button.tsx'
import { Drawer } from '../../../ui/drawer.tsx'
import { AsOf, NameText } from '../cells.tsx'
import { DrawerFacts } from './drawer-facts.tsx'
import { DrawerTrail } from './drawer-trail.tsx'
import classes from './row-drawer.module.css'
import { VerdictBadge } from '../verdict-badge.tsx'
import { verdictSentence } from '../verdict.ts'

interface RowDrawerProps {
  readonly id: string
  readonly actionsOf: (component: Component) => ReactNode
  readonly onClose: () => void
}

/** For `document.getElementById(…)?.focus()`, where a key of the list brings somebody in. */
const drawerId = 'row-drawer'

/** One row of the list, in full and live, while the list stays where it is. */
export function RowDrawer({ id, actionsOf, onClose }: RowDrawerProps) {
  const text = useText()
  const component = useComponent(id)
  const close = () => {
    onClose()
    focusRow(id)
  }
  return (
    <Drawer
      id={drawerId}
      label={text('drawer.label')}
      closeLabel={text('drawer.close')}
      title={component ? <Title component={component} /> : text('drawer.label')}
      actions={
        component && (
          <>
            <Link to="/components/$id" params={{ id }} className={classes.open}>
              {text('drawer.open')}
              <IconArrowRight size={16} aria-hidden />
            </Link>
            {actionsOf(component)}
          </>
        )
      }
      onClose={close}
    >
      {component === undefined && <Bones rows={6} height={40} />}
      {component === null && <p>{text('drawer.gone')}</p>}
      {component && <Body component={component} />}
    </Drawer>
  )
}

function Title({ component }: { readonly component: Component }) {
  const text = useText()
  const { name, kind } = component
  return (
    <div className={classes.title}>
      <div className={classes.badge}>
        <VerdictBadge component={component} size="lg" />
        {component.verdict !== 'unreachable' && <AsOf component={component} />}
      </div>
      <div className={classes.name}>
        <h2 aria-label={name}>
          <NameText name={name} kind={kind} />
        </h2>
        <CopyButton value={name} label={text('copy.name')} />
      </div>
    </div>
  )
}

function Body({ component }: { readonly component: Component }) {
  const text = useText()
  const nowMs = useNow()
  const { id, operation, failedOperation } = component
  const open = operation ?? failedOperation
  return (
    <div className={classes.body} data-stale={isStale(component, nowMs) || undefined}>
      <p className={classes.sentence}>
        {verdictSentence(text, component, nowMs)}{' '}
        {open && (
          <Link to="/operations/$id" params={{ id: open.id }}>
            {text('operation.look')}
          </Link>
        )}
      </p>
      <DrawerTrail component={component} />
      <DrawerFacts component={component} />
      <p>
        <Link to="/components/$id" params={{ id }} search={{ tab: 'operations' }}>
          {text('drawer.operations')}
        </Link>
      </p>
    </div>
  )
}

/** Unless somebody is elsewhere by now; the row may have been scrolled away. */
function focusRow(id: string) {
  const focused = document.activeElement
  const isHere = focused === document.body || focused?.closest(`#${drawerId}`)
  if (!isHere) return
  document
    .querySelector<HTMLElement>(`tr[data-id="${CSS.escape(id)}"] a`)
    ?.focus({ preventScroll: true })
}
