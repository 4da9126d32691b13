import {
  IconClipboardList,
  IconFileCertificate,
  IconHistory,
  IconLayoutDashboard,
  IconServer2,
  IconSettings,
  IconStack2,
  IconTopologyStar3,
  IconUsers,
} from '@tabler/icons-react'
import type { Grant } from '@wheelhouse/contract'
import { allowsEverywhere, rights } from '../../api/rights.ts'
import { useStore } from '../../lib/store.ts'

/**
 * Every place one can go to, in three groups: what is watched, what was done, what is arranged. `isFar`:
 * behind "more" on a narrow screen. `needs`: who may not has no use for it.
 */
export const placeGroups = [
  {
    word: 'nav.group.watch',
    places: [
      { to: '/', word: 'nav.overview', icon: IconLayoutDashboard, isFar: false },
      { to: '/components', word: 'nav.components', icon: IconStack2, isFar: false },
      { to: '/hosts', word: 'nav.hosts', icon: IconServer2, isFar: false },
      { to: '/clusters', word: 'nav.clusters', icon: IconTopologyStar3, isFar: false },
    ],
  },
  {
    word: 'nav.group.record',
    places: [
      { to: '/operations', word: 'nav.operations', icon: IconHistory, isFar: false },
      { to: '/audit', word: 'nav.audit', icon: IconFileCertificate, isFar: true, needs: 'audit' },
    ],
  },
  {
    word: 'nav.group.manage',
    places: [
      { to: '/inventory', word: 'nav.inventory', icon: IconClipboardList, isFar: true },
      { to: '/users', word: 'nav.users', icon: IconUsers, isFar: true, needs: 'users' },
      { to: '/settings', word: 'nav.settings', icon: IconSettings, isFar: true },
    ],
  },
] as const

export type Place = (typeof placeGroups)[number]['places'][number]

const places: readonly Place[] = placeGroups.flatMap((group): readonly Place[] => group.places)

/** Whether whoever works here has a use for a place. */
const isOpenTo = (grants: readonly Grant[] | null) => (place: Place) =>
  !('needs' in place) || allowsEverywhere(grants, place.needs)

/** The places for whoever works here. */
export function usePlaces() {
  const isOpen = isOpenTo(useStore(rights))
  return { places: places.filter(isOpen), isOpen }
}
