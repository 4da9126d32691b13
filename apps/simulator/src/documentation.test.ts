import { readFile } from 'node:fs/promises'
import { expect, test } from 'vitest'
import { detail, stop } from './test/vendor-commands.ts'
import { page } from './test/vendor-page.ts'
import { sampleWriterName } from './places.ts'

const vendorText = await readFile(
  new URL('fixtures/writer-detail.vendor.txt', import.meta.url),
  'utf8',
)
const vendorReply = JSON.parse(vendorText)

test('the detail of a writer has the keys, the order and the types that the vendor prints', async () => {
  const { run } = await page()

  const reply = JSON.parse(await run(detail))

  expect(shapeOf(reply)).toBe(shapeOf(vendorReply))
})

test('the detail of the vendor’s writer differs from the print in times and in masked parts only', async () => {
  const { run } = await page()

  const { replicator } = JSON.parse(await run(detail))
  const { checkpoint } = replicator

  expect({ isSuccess: true, replicator }).toEqual({
    ...vendorReply,
    replicator: {
      ...vendorReply.replicator,
      cfg: expect.stringMatching(unmasked(vendorReply.replicator.cfg)),
      name: expect.stringMatching(unmasked(vendorReply.replicator.name)),
      ip: expect.stringMatching(unmasked(vendorReply.replicator.ip)),
      checkpoint: {
        ...vendorReply.replicator.checkpoint,
        checkpoint: `10.255.255.255:0:null:null:${checkpoint.timestamp}:0`,
        gmt: checkpoint.gmt,
        timestamp: checkpoint.timestamp,
      },
    },
  })
  expect(checkpoint.gmt - checkpoint.timestamp).toBe(3)
})

test('passwords come in plain text, as recognisable fakes', async () => {
  const { run } = await page()

  const { cfg } = JSON.parse(await run(detail)).replicator

  expect(cfg).toMatch(/\nbinlog_password=FAKE-SECRET-binlog-\d+\n/)
  expect(cfg).toMatch(/\nsync_password=FAKE-SECRET-sync-\d+=&FAKE-SECRET-tail\n/)
})

test('the awkward parts of the vendor’s configuration text are kept', async () => {
  const { run } = await page()

  const { cfg } = JSON.parse(await run(detail)).replicator

  expect(cfg).toContain('\nuseMultiExecute=false \nuseDRCNet=true\n')
  expect(cfg).toContain('2883?useUnicode=true&allowMultiQueries=true&')
  expect(cfg).toContain('\nwhiteCondition=[{"name":"test_ddl01","all":false,')
  expect(cfg).toMatch(/^\[JDBCWriter\]\n.*\nprint_sql=false\n$/s)
})

test('names may come percent-encoded, in the query and in the body', async () => {
  const { run } = await page()

  expect(await run(stop.replace('-d ', '--data-urlencode '))).toBe('{"isSuccess":true}')
  const reply = await run(
    `curl -G \${cm_url}:\${cm_port}/JDBCWriter/detail --data-urlencode "writerName=\${writerName}"`,
  )

  expect(JSON.parse(reply).replicator).toMatchObject({ name: sampleWriterName, active: false })
})

/** Keys in their order, with the type of what they hold. */
const shapeOf = (value: unknown): string =>
  typeof value === 'object' && value !== null
    ? `{${Object.entries(value)
        .map(([key, inner]) => `${key}:${shapeOf(inner)}`)
        .join()}}`
    : value === null
      ? 'null'
      : typeof value

/** The vendor masked words with three stars or more, and the writer's address with 10.10.10.1. */
function unmasked(printed: string): RegExp {
  const parts = printed
    .replaceAll(/10\.10\.10\.1(?!\d)/g, '100.88.121.143')
    .split(/\*{3,}/)
    .map((part) => part.replaceAll(/[.\\^$|?+()[\]{}*]/g, String.raw`\$&`))
  return new RegExp(`^${parts.join('.+')}$`)
}
