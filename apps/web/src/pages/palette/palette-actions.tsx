import { useNavigate } from '@tanstack/react-router'
import { operationsOf } from '@wheelhouse/contract'
import type { Cluster, Component } from '@wheelhouse/contract'
import { ask } from '../../features/operations/asking/asked-command.ts'
import { useWhyNot } from '../../features/operations/why-not.ts'
import { isSought } from '../../features/palette/sought.ts'
import { useText } from '../../i18n/text.ts'
import { operationIcons } from '../../lib/operation-icons.ts'
import type { PaletteItem } from '../../ui/palette.tsx'

/** What can be done to the component that is shown, through its dialogs; what can't be done now says why. */
export function useActionItems(
  q: string,
  component: Component | undefined,
  clusters: readonly Cluster[],
): PaletteItem[] {
  const text = useText()
  const navigate = useNavigate()
  const whyNot = useWhyNot()
  if (!component) return []
  const { id, kind: componentKind } = component
  const cluster = clusters.find((it) => it.id === component.cluster)

  return operationsOf[componentKind]
    .filter((kind) => isSought(text(`kind.${kind}`), q))
    .map((kind) => {
      const Icon = operationIcons[kind]
      const reason = whyNot(kind, component, cluster)
      // The tab says itself why nothing can be changed now; there is something to read in any case.
      const isTab = kind === 'configure'
      return {
        key: `action-${kind}`,
        icon: <Icon size={18} stroke={1.7} aria-hidden />,
        title: `${text(`kind.${kind}`)}…`,
        note: reason,
        isOff: reason !== undefined && !isTab,
        onChoose: () => {
          if (!isTab) ask({ kind, component })
          else void navigate({ to: '/components/$id', params: { id }, search: { tab: 'config' } })
        },
      }
    })
}
