import { useNavigate } from '@tanstack/react-router'
import { IconListSearch, IconServer2 } from '@tabler/icons-react'
import type { Component, Operation } from '@wheelhouse/contract'
import { useClusterName } from '../../api/cluster-name.ts'
import { LagText } from '../../features/components/cells.tsx'
import { looks } from '../../features/components/verdict.ts'
import { stateLooks } from '../../features/operations/state.ts'
import {
  isSought,
  shortName,
  soughtComponents,
  soughtHosts,
  soughtOperations,
} from '../../features/palette/sought.ts'
import { usePlaces } from '../../features/shell/places.ts'
import { useText } from '../../i18n/text.ts'
import { actorWords, agoWords } from '../../i18n/words.ts'
import { useNow } from '../../lib/clock.ts'
import { kindNames } from '../../lib/kind-names.ts'
import type { PaletteItem } from '../../ui/palette.tsx'
import { narrowedTo } from '../narrowed-to.ts'

const iconProps = { size: 18, stroke: 1.7, 'aria-hidden': true } as const
const most = { components: 8, hosts: 4, operations: 5 }

/** With their verdict and lag; the last one leads to all that match. */
export function useComponentItems(q: string, components: readonly Component[]): PaletteItem[] {
  const text = useText()
  const navigate = useNavigate()
  const nameOf = useClusterName()
  const { shown, total } = soughtComponents(components, q, { most: most.components })
  const items = shown.map((component): PaletteItem => {
    const { id, verdict, name, identity, kind, host, cluster } = component
    const { icon: Icon, tone } = looks[verdict]
    return {
      key: `component-${id}`,
      icon: <Icon {...iconProps} data-tone={tone} />,
      title: identity ?? name,
      note: [kindNames[kind], host ?? '—', `CM ${nameOf(cluster)}`].join(' · '),
      aside: (
        <>
          {component.lagSeconds !== null && <LagText component={component} />}
          <span>{text(`verdict.${verdict}`)}</span>
        </>
      ),
      onChoose: () => void navigate({ to: '/components/$id', params: { id } }),
    }
  })
  if (total <= shown.length) return items
  const all: PaletteItem = {
    key: 'components-all',
    icon: <IconListSearch {...iconProps} />,
    title: text('palette.components.all', { n: total }),
    onChoose: () => void navigate({ to: '/components', search: { q } }),
  }
  return [...items, all]
}

export function useHostItems(q: string, components: readonly Component[]): PaletteItem[] {
  const text = useText()
  const navigate = useNavigate()
  const nameOf = useClusterName()
  return soughtHosts(components, q, { most: most.hosts }).map(
    ({ cluster, host, components: n }) => ({
      key: `host-${cluster}-${host}`,
      icon: <IconServer2 {...iconProps} />,
      title: host,
      note: `CM ${nameOf(cluster)} · ${text('hosts.components.n', { n })}`,
      onChoose: () => void navigate({ to: '/components', search: narrowedTo({ cluster, host }) }),
    }),
  )
}

export function useOperationItems(q: string, operations: readonly Operation[]): PaletteItem[] {
  const text = useText()
  const navigate = useNavigate()
  const nowMs = useNow()
  const kindWord = ({ kind }: Operation) => text(`kind.${kind}`)
  return soughtOperations(operations, q, { most: most.operations, kindWord }).map((operation) => {
    const { id, state, component, actor, createdAt } = operation
    const { icon: Icon, tone } = stateLooks[state]
    return {
      key: `operation-${id}`,
      icon: <Icon {...iconProps} data-tone={tone} />,
      title: `${kindWord(operation)} · ${shortName(component.name)}`,
      note: `${actorWords(text, actor)} · ${agoWords(text, Date.parse(createdAt), nowMs)}`,
      aside: text(`state.${state}`),
      onChoose: () => void navigate({ to: '/operations/$id', params: { id } }),
    }
  })
}

export function usePageItems(q: string): PaletteItem[] {
  const text = useText()
  const navigate = useNavigate()
  return usePlaces()
    .places.filter(({ to, word }) => isSought(`${text(word)} ${to}`, q))
    .map(({ to, word, icon: Icon }) => ({
      key: `page-${to}`,
      icon: <Icon {...iconProps} />,
      title: text(word),
      onChoose: () => void navigate({ to }),
    }))
}
