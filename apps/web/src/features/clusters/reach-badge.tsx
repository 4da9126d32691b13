import { IconPlug, IconPlugConnected, IconPlugConnectedX } from '@tabler/icons-react'
import type { Cluster } from '@wheelhouse/contract'
import { useText } from '../../i18n/text.ts'
import { Badge } from '../../ui/badge.tsx'

const reachLooks = {
  reachable: { tone: 'green', icon: IconPlugConnected, isLoud: false },
  unreachable: { tone: 'red', icon: IconPlugConnectedX, isLoud: true },
  unknown: { tone: 'grey', icon: IconPlug, isLoud: false },
} as const

export function ReachBadge({ cluster: { reachability } }: { readonly cluster: Cluster }) {
  const text = useText()
  return <Badge {...reachLooks[reachability]} word={text(`clusters.state.${reachability}`)} />
}
