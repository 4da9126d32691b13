import { expect, test } from 'vitest'

import { mostEntries, parseCfg } from './cfg.ts'
import { formatLine, parseLine } from './ini.ts'
import { seeded } from './test/seeded.ts'
import { vendorReply } from './test/vendor-reply.ts'

const nasty = [
  '',
  '\n',
  '\r\n\r\n',
  '=',
  '==',
  'a',
  'a=',
  '=a',
  'a=b',
  'a=b\n',
  'a=b=c==\n',
  'a=b\r\nc=d\ne=f',
  'a=b\rc=d',
  ' a = b \n\t[x]\t\n',
  '[JDBCWriter]\n[JDBCWriter]\na=1\na=2\n',
  '# a=b\n; c=d\n;\n#',
  '[a=b]\nc=d',
  '\uFEFFa=b\n',
  'a={"b":"c=d"}\nb=[{"x":"\\n"}]\n',
  'a=\0\u2028\u0085b\n',
  '__proto__=1\nconstructor=2\ntoString=3',
  'lone \uD800=\uDC00\n',
  'no end',
]

const again = (text: string) =>
  text
    .split('\n')
    .map((line) => formatLine(parseLine(line)))
    .join('\n')

test.for(nasty)('%j comes back byte for byte', (text) => {
  expect(again(text)).toBe(text)
})

test('ten thousand texts made by chance come back byte for byte', () => {
  const pieces = [
    '=',
    '\n',
    '\r\n',
    '\r',
    ' ',
    '#',
    ';',
    '[',
    ']',
    'a',
    'key',
    '"',
    '{',
    '\\n',
    '位',
  ]
  const chance = seeded(20261123)

  for (let round = 0; round < 10_000; round += 1) {
    const size = Math.floor(chance() * 40)
    const text = Array.from(
      { length: size },
      () => pieces[Math.floor(chance() * pieces.length)],
    ).join('')
    expect(again(text)).toBe(text)
  }
})

test('the vendor’s sample gives its entries, values untouched and in order', () => {
  const { replicator } = JSON.parse(vendorReply) as { replicator: { cfg: string } }

  const entries = parseCfg(replicator.cfg)

  expect(entries.length).toBe(replicator.cfg.split('\n').length - 2)
  expect(entries[0]).toEqual({ key: 'target_ob_region', value: 'ob_1008***.admin', secret: false })
  expect(entries).toContainEqual({ key: 'useMultiExecute', value: 'false ', secret: false })
  expect(entries).toContainEqual({ key: 'lsn_mode', value: '', secret: false })
  expect(entries).toContainEqual({
    key: 'whiteCondition',
    value: '[{"name":"test_ddl01","all":false,"sub":[{"name":"*","func":"fn"}]}]',
    secret: false,
  })
  expect(entries.filter(({ secret }) => secret)).toEqual([
    { key: 'binlog_password', value: null, secret: true },
    { key: 'sync_password', value: null, secret: true },
  ])
})

test.for([
  'password',
  'sync_password',
  'sync.passwd',
  'PWD',
  'sslPassphrase',
  'oss.ak',
  'sk',
  'access_key',
  'accessKeyId',
  'clientSecret',
  'authType',
  'privateKey',
  'apiToken',
  'credentials',
  'dest.sasl.jaas.config',
  'sasl.kerberos.keytab',
  'pw',
  'db.pw',
  'apiKey',
  'signature',
  'cipher',
  'accessId',
  'sasl_jass_cfg',
])('%s is a secret key', (key) => {
  expect(parseCfg(`${key}=x`)).toEqual([{ key, value: null, secret: true }])
})

test.for(['task.split.mode', 'worker_num', 'binlog_username', 'topic', 'dest.batch.size'])(
  '%s is shown',
  (key) => {
    expect(parseCfg(`${key}=x`)).toEqual([{ key, value: 'x', secret: false }])
  },
)

test.for(['risk', 'brandNew', 'Worker_Num', 'worker_num2', 'worker_num '.repeat(2).trim()])(
  '%s, which nobody has documented, is not shown',
  (key) => {
    expect(parseCfg(`${key}=x`)).toEqual([{ key, value: null, secret: true }])
  },
)

test('of more entries than any configuration has, the first are kept', () => {
  const entries = parseCfg('\nretry_time=1'.repeat(300_000))

  expect(entries).toHaveLength(mostEntries)
  expect(entries.at(-1)).toEqual({ key: 'retry_time', value: '1', secret: false })
})

test('duplicate and odd keys are kept as CM sent them', () => {
  expect(parseCfg('topic=1\ntopic=2\n__proto__=3\n # no=4\n')).toEqual([
    { key: 'topic', value: '1', secret: false },
    { key: 'topic', value: '2', secret: false },
    { key: '__proto__', value: null, secret: true },
  ])
})
