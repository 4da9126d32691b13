import type { History } from '@wheelhouse/contract'
import { expect, test } from 'vitest'
import { ago, atMs, componentWith } from '../../../test/component.ts'
import { clusterWith } from '../../../test/cluster.ts'
import { chinese, english } from '../../../test/spoken.ts'
import { boundsOf } from './chart-range.ts'
import { incidentText } from './incident.ts'

const at = atMs / 1000
const range = { span: '1h', until: undefined } as const
const history: History = {
  fromSeconds: at - 3600,
  stepSeconds: 1800,
  lags: [700, 400],
  verdicts: [],
  marks: [
    { type: 'operation', at: ago(9000), id: 'o0', kind: 'start', state: 'succeeded', actor: 'bob' },
    { type: 'operation', at: ago(600), id: 'o1', kind: 'stop', state: 'failed', actor: 'a_b@c' },
  ],
}
const component = componentWith({
  verdict: 'stalled',
  lagSeconds: 400,
  verdictSince: ago(900),
  note: { text: 'see [here](http://x)\n# CHG-1', by: 'bob', at: ago(60) },
})
const facts = {
  component,
  cluster: clusterWith({ name: 'hangzhou' }),
  history,
  range,
  bounds: boundsOf(range, atMs),
  link: 'https://wheelhouse/components/c1?span=1h&until=2026-11-23T06:00:00Z',
}

test('an incident is told with its lag, its worst, since when, and what was done in the time shown', () => {
  const words = incidentText(english, facts, atMs)

  expect(words).toMatch(/^### p\\_3b7i\\_source-000-0 · stalled\n/u)
  expect(words).toContain(`\`${component.name}\` (CM hangzhou)`)
  expect(words).toContain('- Lag: 6 min 40 s')
  expect(words).toContain('Worst lag (Last 1 h): 11 min 40 s · 2026-11-23 ')
  expect(words).toContain('· Stop · ')
  expect(words).not.toContain('bob · succeeded')
  expect(words).toContain(`(${facts.link})`)
})

test('what people wrote becomes no link, heading or mention in a chat', () => {
  const words = incidentText(english, facts, atMs)

  expect(words).toContain(String.raw`see \[here\](http://x) / \# CHG-1`)
  expect(words).not.toContain('@c')
})

test('it is told in Chinese to who reads Chinese, and of a quiet time says that nothing was done', () => {
  const words = incidentText(chinese, { ...facts, history: { ...history, marks: [] } }, atMs)

  expect(words).toContain('停滞')
  expect(words).toContain('延迟')
  expect(words).toContain('没有从本系统执行过操作')
})
