import { expect, test } from 'vitest'
import { isInsecure } from './access.ts'
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
  [[], { ...cm, WHEELHOUSE_HOST: '10.0.0.1' }, 'publicOrigin'],
  [[], { ...cm, WHEELHOUSE_HOST: '::' }, 'insecureHttp'],
  [['--host', '0.0.0.0', '--auth', 'none'], cm, 'auth is none'],
  [['--host', '0.0.0.0', '--auth', 'none', '--insecure-http', 'true'], cm, 'auth is none'],
  [['--host', '0.0.0.0'], { WHEELHOUSE_DEMO: 'true' }, 'plain http'],
  [['--public-origin', 'http://wheelhouse.intranet'], cm, 'plain http'],
  [[], { ...cm, WHEELHOUSE_AUTH: 'oidc' }, 'auth'],
  [[], { ...cm, WHEELHOUSE_TRUSTED_PROXIES: '10.0.0.0/33' }, 'trustedProxies.0'],
  [[], { ...cm, WHEELHOUSE_TRUSTED_PROXIES: '10.0.0.1,proxy' }, 'trustedProxies.1'],
  [['--session-hours', '0'], cm, 'session.hours'],
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

test('everybody signs in, but for a demo on this machine alone, and where the configuration says otherwise', () => {
  const authOf = (args: string[], environment = {}) => readConfig(args, environment).auth

  expect(authOf([])).toBe('none')
  expect(authOf([], cm)).toBe('local')
  expect(authOf(['--auth', 'none'], cm)).toBe('none')
  expect(authOf(['--auth', 'local'])).toBe('local')
  expect(authOf(['--host', '0.0.0.0', '--insecure-http', 'true'])).toBe('local')
})

test('sessions, proxies and the first administrator are configured by flag, variable and file alike', () => {
  const config = readConfig(['--session-idle-minutes', '5', '--host', '0.0.0.0'], {
    ...cm,
    WHEELHOUSE_SESSION_HOURS: '8',
    WHEELHOUSE_TRUSTED_PROXIES: '10.0.0.0/8, ::1',
    WHEELHOUSE_BOOTSTRAP_FILE: '/run/secrets/first',
    WHEELHOUSE_PUBLIC_ORIGIN: 'https://wheelhouse.example',
  })

  expect(config).toMatchObject({
    session: { idleMinutes: 5, hours: 8 },
    trustedProxies: ['10.0.0.0/8', '::1'],
    bootstrapFile: '/run/secrets/first',
    readOnly: false,
  })
  expect(isInsecure(config)).toBe(false)
  expect(isInsecure(readConfig(['--host', '0.0.0.0', '--insecure-http', 'true'], cm))).toBe(true)
  expect(isInsecure(readConfig([], cm))).toBe(false)
})
