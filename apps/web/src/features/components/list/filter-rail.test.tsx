import { beforeEach, expect, test } from 'vitest'
import { componentWith } from '../../../test/component.ts'
import { everyNamed, named, press, show, type } from '../../../test/screen.tsx'
import { FilterRail } from './filter-rail.tsx'
import type { ListChange, ListSearch } from './list-view.ts'
import { railOpen } from './rail-open.ts'

const estate = [
  componentWith({ id: 'c1', host: '10.0.0.11', verdict: 'stalled' }),
  componentWith({ id: 'c2', host: '10.0.0.12', verdict: 'running' }),
  componentWith({ id: 'c3', host: '10.0.0.12', verdict: 'stalled' }),
]

beforeEach(() => railOpen.set(true))

function filtering(search: ListSearch, all = estate) {
  const changes: ListChange[] = []
  const tools = {
    search,
    all,
    rows: all,
    selected: [],
    select: () => undefined,
    narrowTo: (change: ListChange) => void changes.push(change),
  }
  show(<FilterRail tools={tools} />)
  return changes
}

test('each value says how many there are, and a second one is added to the first', () => {
  const changes = filtering({ host: '10.0.0.11' })

  expect(everyNamed('checkbox')).toContain('10.0.0.122')
  expect(everyNamed('checkbox')).toContain('stalled1')
  press('checkbox', '10.0.0.12')

  expect(changes).toEqual([{ host: '10.0.0.11,10.0.0.12' }])
})

test('what is chosen is taken back: one, those of a kind, or all', () => {
  const changes = filtering({ host: '10.0.0.11', verdict: 'stalled' })

  press('checkbox', '10.0.0.11')
  press('button', 'Clear: Verdict')
  press('button', 'Clear all filters')

  expect(changes).toEqual([
    { host: undefined },
    { verdict: undefined },
    { verdict: undefined, cluster: undefined, host: undefined, project: undefined },
  ])
})

test('many values can be searched by a part of their name, and the chosen ones stay', () => {
  const many = Array.from({ length: 30 }, (_, n) =>
    componentWith({ id: `c${n}`, host: `10.0.0.${n + 100}` }),
  )
  filtering({ host: '10.0.0.129' }, many)

  type('searchbox', 'Search: Host', '.11')

  const hosts = everyNamed('checkbox').filter((name) => name.startsWith('10.'))
  expect(hosts).toHaveLength(11)
  expect(hosts.at(-1)).toBe('10.0.0.1291')
})

test('few values need no search', () => {
  filtering({})

  expect(everyNamed('searchbox')).toEqual([])
})

test('closed, it takes no room', () => {
  railOpen.set(false)
  filtering({})

  expect(() => named('region', 'Filters')).toThrow('no region')
})
