import { expect, test } from 'vitest'
import { clusterWith } from '../../test/cluster.ts'
import { componentWith } from '../../test/component.ts'
import { countVerdicts } from './count-verdicts.ts'

test('components are counted by cluster and verdict, and an empty cluster is one with none', () => {
  const components = [
    componentWith({ cluster: 'x', verdict: 'running' }),
    componentWith({ cluster: 'x', verdict: 'running' }),
    componentWith({ cluster: 'x', verdict: 'stalled' }),
  ]

  const counted = countVerdicts(components, [clusterWith({ id: 'y' }), clusterWith({ id: 'x' })])

  expect(counted.map(({ cluster, total, counts }) => [cluster.id, total, counts])).toEqual([
    ['y', 0, {}],
    ['x', 3, { running: 2, stalled: 1 }],
  ])
})
