import { expect, test } from 'vitest'

import { CmError } from './error.ts'
import { vendorName, vendorReply } from './test/vendor-reply.ts'
import { judge } from './judge.ts'
import { configIn, readWriterDetail } from './wire.ts'

const read = (body: string, asked = 'n') =>
  readWriterDetail(judge({ status: 200, encoding: '', body: Buffer.from(body) }), asked)

const readReplicator = (fields: string) => read(`{"replicator":{${fields}},"isSuccess":true}`)

const outcomeOf = (ask: () => { readonly name: string | null }) => {
  try {
    return ask().name
  } catch (error) {
    return error instanceof Error ? error.message : null
  }
}

test('the vendor’s sample is read in the documented units', () => {
  const { raw, ...detail } = read(vendorReply, vendorName)

  expect(detail).toEqual({
    name: '10.10.10.1-9000:p_3b7i****_source-000-0:0000000069',
    status: 'running',
    active: true,
    host: '10.10.10.1',
    port: 16030,
    location: '100',
    checkpointSeconds: 1639732207,
    sampledAtSeconds: 1639732210,
    createdAtMs: 1639657384000,
    modifiedAtMs: 1639657397000,
    topic: 'p_3b7ixsl2sxb4_source',
    subtopic: 'p_3b7ixsl***_source-000-0',
    saidAtMs: null,
  })
  expect(configIn(raw).length).toBe(41)
  expect(raw).toContain('"dbIpString":"10.255.255.255"')
})

test('missing fields and nulls are null, of unknown fields the raw text shows that they are there', () => {
  const nothing = {
    name: null,
    status: null,
    active: null,
    host: null,
    port: null,
    location: null,
    checkpointSeconds: null,
    sampledAtSeconds: null,
    createdAtMs: null,
    modifiedAtMs: null,
    topic: null,
    subtopic: null,
  }

  expect(readReplicator('')).toMatchObject(nothing)
  expect(readReplicator('"checkpoint":null,"cfg":null,"name":null,"ip":null')).toMatchObject(
    nothing,
  )
  expect(readReplicator('"checkpoint":[],"cfg":7,"ip":{},"port":"x"')).toMatchObject(nothing)
  expect(configIn(readReplicator('"cfg":7').raw)).toEqual([])
  expect(readReplicator('"brandNew":[1]').raw).toContain('"brandNew":["••••••"]')
})

test('numbers may come as strings, and strings as numbers', () => {
  const detail = readReplicator(
    '"port":"16030","location":100,"checkpoint":{"timestamp":"1639732207","gmt":" 5 "}',
  )

  expect(detail).toMatchObject({
    port: 16030,
    location: '100',
    checkpointSeconds: 1639732207,
    sampledAtSeconds: 5,
  })
})

test.for(['1e400', '9007199254740993', '"9007199254740993"', '1.5', 'true', '"soon"', '[1]', '""'])(
  'a checkpoint of %s is none',
  (timestamp) => {
    expect(readReplicator(`"checkpoint":{"timestamp":${timestamp}}`).checkpointSeconds).toBeNull()
  },
)

test.for(['"true"', '1', 'null', '[]'])('active %s is neither true nor false', (active) => {
  expect(readReplicator(`"active":${active}`).active).toBeNull()
})

test.for([
  '{"isSuccess":true}',
  '{"isSuccess":true,"replicator":null}',
  '{"isSuccess":true,"replicator":[]}',
  '{"isSuccess":true,"replicator":"n"}',
  '{"isSuccess":true,"crawler":{"name":"n"}}',
  '{"isSuccess":true,"replicator":{"name":"other"}}',
  '{"isSuccess":true,"replicator":{"name":7}}',
  '{"isSuccess":true,"replicator":{"name":{"a":1}}}',
])('%s is no answer about n', (body) => {
  expect(() => read(body)).toThrow(expect.objectContaining({ code: 'BAD_BODY' }))
  expect(() => read(body)).toThrow(CmError)
})

const masks = [
  ['h:p_abcd_source-000-0:0000000069', 'g:p_ab**_source-000-0:0000000069', true],
  ['h:p_abcd_source-000-0:0000000069', 'g:p_ab**_source-000-0:0000000070', false],
  ['h:p_abcd_source-000-0:0000000069', 'g:p_xx**_source-000-0:0000000069', false],
  ['h:p_abcd_source-000-0:0000000069', 'g:p*b*cd_*:*69', true],
  ['h:p_abcd_source-000-0:0000000069', 'g:p_abcd_source*source-000-0:0000000069', false],
  ['h:abc', '***:abc', true],
  ['h:abc', '***:abd', false],
] as const

test.for(masks)('asked for %s, a masked %s fits: %s', ([asked, answered, fits]) => {
  const ask = () => read(JSON.stringify({ isSuccess: true, replicator: { name: answered } }), asked)

  expect(outcomeOf(ask)).toBe(fits ? answered : 'CM answered about another writer')
})

test('a name that spells a secret word is still that name', () => {
  const name = 'h-9000:p_3b7pwd:token=x'

  expect(read(JSON.stringify({ isSuccess: true, replicator: { name } }), name).name).toBe(name)
})

test('a BOM, duplicate keys, invalid UTF-8 and __proto__ neither crash nor pollute', () => {
  const invalid = Buffer.concat([
    Buffer.from('{"isSuccess":true,"replicator":{"status":"'),
    Buffer.from([0xff, 0xfe]),
    Buffer.from('"}}'),
  ])

  expect(read('\uFEFF{"isSuccess":true,"replicator":{"port":1,"port":2}}').port).toBe(2)
  expect(readWriterDetail(judge({ status: 200, encoding: '', body: invalid }), 'n').status).toBe(
    '\uFFFD\uFFFD',
  )
  expect(readReplicator('"__proto__":{"active":true,"polluted":1}').active).toBeNull()
  expect(Reflect.get({}, 'polluted')).toBeUndefined()
})

test('a position outside this century and its neighbours is none, and a word has an end', () => {
  const { checkpointSeconds, sampledAtSeconds, status } = readReplicator(
    `"checkpoint":{"timestamp":1639732207000,"gmt":-1},"status":"${'x'.repeat(900_000)}"`,
  )

  expect([checkpointSeconds, sampledAtSeconds]).toEqual([null, null])
  expect(status?.length).toBeLessThan(300)
})

test('of a reply that is no reading the beginning is kept, and is marked as cut', () => {
  const { raw } = readReplicator(`"cfg":"${String.raw`a=1\n`.repeat(180_000)}"`)

  expect(raw).toHaveLength(64 * 1024)
  expect(raw.endsWith('…')).toBe(true)
  expect(configIn(raw)).toHaveLength(2_000)
})

test('of a configuration that was cut the whole lines are read, and a secret in it stays one', () => {
  const cfg = String.raw`filter.conditions=a\\nb\nsync_password=hunter2\n`
  const { raw } = readReplicator(`"cfg":"${cfg}${String.raw`worker_num=1\n`.repeat(40_000)}"`)

  expect(configIn(raw).slice(0, 3)).toEqual([
    { key: 'filter.conditions', value: String.raw`a\nb`, secret: false },
    { key: 'sync_password', value: null, secret: true },
    { key: 'worker_num', value: '1', secret: false },
  ])
})

test('the time that CM says is in the answer, and nonsense is none', () => {
  const said = (date: string) =>
    readWriterDetail(
      judge({
        status: 200,
        encoding: '',
        body: Buffer.from('{"isSuccess":true,"replicator":{}}'),
        date,
      }),
      'n',
    ).saidAtMs

  expect(said('Tue, 14 Dec 2021 12:23:17 GMT')).toBe(Date.UTC(2021, 11, 14, 12, 23, 17))
  expect(said('soon')).toBeNull()
})
