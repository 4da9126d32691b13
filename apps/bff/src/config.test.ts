import { expect, test } from 'vitest'
import { readConfig } from './config.ts'

const cm = { WHEELHOUSE_CM_URL: 'http://cm:8088' }

test('the address of one Cluster Manager is enough', () => {
  expect(readConfig([], cm)).toMatchObject({
    mode: 'real',
    listen: { host: '127.0.0.1', port: 8080 },
    clusters: [{ id: 'default', url: 'http://cm:8088', readOnly: false }],
  })
})

test('without one it is the demo, unless the demo is switched off', () => {
  expect(readConfig([], {}).mode).toBe('demo')
  expect(() => readConfig([], { WHEELHOUSE_DEMO: 'false' })).toThrow('set WHEELHOUSE_CM_URL')
  expect(() => readConfig([], { ...cm, WHEELHOUSE_DEMO: 'true' })).toThrow('choose one')
})

test('history is kept for a week, or for as long as the nearest place says', () => {
  const days = (args: string[], more = {}) => readConfig(args, { ...cm, ...more }).history.days

  expect(days([])).toBe(7)
  expect(days([], { WHEELHOUSE_HISTORY_DAYS: '30' })).toBe(30)
  expect(days(['--history-days', '2'], { WHEELHOUSE_HISTORY_DAYS: '30' })).toBe(2)
  for (const wrong of ['0', '1.5', '367', 'week'])
    expect(() => days([], { WHEELHOUSE_HISTORY_DAYS: wrong })).toThrow('history.days')
})

test('lists are read from indexed variables', () => {
  const { clusters, inventory } = readConfig([], {
    WHEELHOUSE_CLUSTERS_0_ID: 'east',
    WHEELHOUSE_CLUSTERS_0_URL: 'http://east:8088',
    WHEELHOUSE_CLUSTERS_0_CALLS_PER_SECOND: '25',
    WHEELHOUSE_CLUSTERS_0_READ_ONLY: 'true',
    WHEELHOUSE_CLUSTERS_0_TIMEOUTS_READ_MS: '1500',
    WHEELHOUSE_CLUSTERS_1_ID: 'west',
    WHEELHOUSE_CLUSTERS_1_URL: 'https://west',
    WHEELHOUSE_INVENTORY_0_CLUSTER: 'west',
    WHEELHOUSE_INVENTORY_0_KIND: 'writer',
    WHEELHOUSE_INVENTORY_0_NAMES_0: 'a',
    WHEELHOUSE_INVENTORY_0_NAMES_1: 'b',
  })
  expect(clusters).toMatchObject([
    { id: 'east', callsPerSecond: 25, readOnly: true, timeouts: { readMs: 1500, writeMs: 90_000 } },
    { id: 'west' },
  ])
  expect(inventory).toEqual([{ cluster: 'west', kind: 'writer', names: ['a', 'b'] }])
})

test('a flag wins over its variable', () => {
  expect(
    readConfig(['--port', '1', '--host=127.0.0.2'], { ...cm, WHEELHOUSE_PORT: '2' }).listen,
  ).toEqual({ host: '127.0.0.2', port: 1 })
  expect(readConfig(['--', '--port', '1'], cm).listen.port).toBe(1)
})

test.each([
  [['--port', 'eighty'], {}, 'listen.port'],
  [['--port', '70000'], {}, 'listen.port'],
  [['--nonsense', '1'], {}, '--nonsense'],
  [['stray'], {}, 'stray'],
  [[], { WHEELHOUSE_CM_URL: 'cm:8088' }, 'clusters.0.url'],
  [[], { WHEELHOUSE_CM_URL: 'http://user:pass@cm:8088' }, 'clusters.0.url'],
  [[], { WHEELHOUSE_CM_URL: 'http://:pass@cm:8088' }, 'clusters.0.url'],
  [[], { WHEELHOUSE_CM_URL: 'file:///etc/passwd' }, 'clusters.0.url'],
  [[], { ...cm, WHEELHOUSE_HOST: '10.0.0.1' }, 'this machine only'],
  [[], { ...cm, WHEELHOUSE_HOST: '::' }, 'this machine only'],
  [[], { ...cm, WHEELHOUSE_AUTH: 'oidc' }, 'auth'],
  [[], { ...cm, WHEELHOUSE_PUBLIC_ORIGIN: 'http://host/path' }, 'publicOrigin'],
  [[], { ...cm, WHEELHOUSE_COLOUR: 'red' }, 'colour is not a key'],
  [
    [],
    { ...cm, WHEELHOUSE_CLUSTERS_0_ID: 'default', WHEELHOUSE_CLUSTERS_0_URL: 'http://x' },
    'stands twice',
  ],
  [
    [],
    { ...cm, WHEELHOUSE_CLUSTERS_0_ID: 'twin', WHEELHOUSE_CLUSTERS_0_URL: 'http://cm:8088/' },
    "'twin' has the address of another cluster",
  ],
  [[], { ...cm, WHEELHOUSE_CONSTRUCTOR: 'x' }, 'constructor is not a key'],
  [
    [],
    {
      WHEELHOUSE_INVENTORY_0_CLUSTER: 'x',
      WHEELHOUSE_INVENTORY_0_KIND: 'writer',
      WHEELHOUSE_INVENTORY_0_NAMES_0: 'a',
    },
    "the cluster 'x'",
  ],
  [
    [],
    {
      ...cm,
      WHEELHOUSE_INVENTORY_0_CLUSTER: 'default',
      WHEELHOUSE_INVENTORY_0_KIND: 'writer',
      WHEELHOUSE_INVENTORY_0_NAMES_0: 'a b',
    },
    "'a b' can be no name",
  ],
  [[], { ...cm, WHEELHOUSE_CONFIG: '/nowhere.yaml' }, '/nowhere.yaml cannot be read'],
  [
    [],
    {
      ...cm,
      WHEELHOUSE_INVENTORY_0_CLUSTER: 'x',
      WHEELHOUSE_INVENTORY_0_KIND: 'writer',
      WHEELHOUSE_INVENTORY_0_NAMES_0: 'a',
    },
    "names the cluster 'x'",
  ],
])('%j with %j is refused in one sentence that names it', (args, environment, named) => {
  let message = ''
  try {
    readConfig(args, environment)
  } catch (error) {
    message = error instanceof Error ? `${error.name}: ${error.message}` : ''
  }
  expect(message).toContain('ConfigError')
  expect(message).toContain(named)
  expect(message).not.toContain('\n')
})
