import { IconCoffee } from '@tabler/icons-react'
import { useNavigate } from '@tanstack/react-router'
import { operationsOf } from '@wheelhouse/contract'
import type { Cluster, Component, OperationKind } from '@wheelhouse/contract'
import { useText } from '../../i18n/text.ts'
import { operationIcons } from '../../lib/operation-icons.ts'
import { Menu } from '../../ui/menu.tsx'
import type { MenuItem } from '../../ui/menu.tsx'
import { ask } from './asking/asked-command.ts'
import { jvmKeyOf } from './asking/jvm-form.ts'
import { useWhyNot } from './why-not.ts'

type MenuKind = Exclude<OperationKind, 'start' | 'stop'>

const isMenuKind = (kind: OperationKind): kind is MenuKind => kind !== 'start' && kind !== 'stop'

interface CommandMenuItemsProps {
  readonly component: Component
  readonly cluster: Cluster | undefined
  readonly label: string
  readonly anchor: HTMLElement
  readonly extras?: readonly MenuItem[] | undefined
  readonly onClose: () => void
}

/** What can be done to this kind of component; what can't be done now says why. */
export function CommandMenuItems(props: CommandMenuItemsProps) {
  const { component, cluster, extras = [], ...menu } = props
  const text = useText()
  const navigate = useNavigate()
  const whyNot = useWhyNot()
  const { id } = component

  const choose = (kind: MenuKind) => {
    if (kind === 'configure') {
      void navigate({ to: '/components/$id', params: { id }, search: { tab: 'config' } })
    } else ask({ kind, component })
  }
  const items = operationsOf[component.kind].filter(isMenuKind).flatMap((kind): MenuItem[] => {
    const reason = whyNot(kind, component, cluster)
    // A configuration can be read whenever; the tab says itself why it can't be changed now.
    const isOff = reason !== undefined && kind !== 'configure'
    const item: MenuItem = {
      key: kind,
      icon: operationIcons[kind],
      label: `${text(`kind.${kind}`)}…`,
      note: reason,
      tone: kind === 'delete' && !isOff ? 'bad' : undefined,
      isOff,
      onChoose: () => choose(kind),
    }
    return kind === 'configure' && jvmKeyOf(component.kind) ? [item, jvmItem()] : [item]
  })

  function jvmItem(): MenuItem {
    const reason = whyNot({ kind: 'configure', wanted: ['configure-jvm'] }, component, cluster)
    return {
      key: 'jvm',
      icon: IconCoffee,
      label: `${text('jvm.menu')}…`,
      note: reason,
      isOff: reason !== undefined,
      onChoose: () => ask({ kind: 'jvm', component }),
    }
  }
  return <Menu {...menu} items={[...items, ...extras]} />
}
