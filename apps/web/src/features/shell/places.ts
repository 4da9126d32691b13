import {
  IconClipboardList,
  IconFileCertificate,
  IconHistory,
  IconLayoutDashboard,
  IconServer2,
  IconSettings,
  IconStack2,
  IconTopologyStar3,
} from '@tabler/icons-react'

/**
 * Every place one can go to, in three groups: what is watched, what was done, what is arranged. `isFar`:
 * behind "more" on a narrow screen.
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
      { to: '/audit', word: 'nav.audit', icon: IconFileCertificate, isFar: true },
    ],
  },
  {
    word: 'nav.group.manage',
    places: [
      { to: '/inventory', word: 'nav.inventory', icon: IconClipboardList, isFar: true },
      { to: '/settings', word: 'nav.settings', icon: IconSettings, isFar: true },
    ],
  },
] as const

export type Place = (typeof placeGroups)[number]['places'][number]

export const places: readonly Place[] = placeGroups.flatMap(
  (group): readonly Place[] => group.places,
)
