import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { launchSimulator, type Simulator } from '@wheelhouse/simulator'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { settled, tracked } from './estate.ts'
import { startProduct, type Product } from './product.ts'

let simulator: Simulator
let product: Product
let number = 0

beforeAll(async () => {
  simulator = await launchSimulator()
  product = await startProduct(simulator.url)
})
afterAll(async () => {
  await product.end()
  await simulator.end()
})

const secret = 'Hunter2Hunter2'

test.for([
  ['dest.mirror', `http://root:${secret}@10.0.0.9/x`],
  ['dest.extras', `{"a":1,"password":"${secret}"}`],
  ['dest.note', `password=${secret}`],
  ['dest.place', `http://10.0.0.9/x?token=${secret}&page=2`],
  ['dest.pw', secret],
  ['dest.apiKey', secret],
  ['dest.signature', secret],
  ['dest.cipher', secret],
  ['source.accessId', secret],
  ['dest.sasl_jass_cfg', secret],
] as const)('what %s is set to reaches CM, and is shown and kept nowhere', async ([key, value]) => {
  number += 1
  const connector = `10.0.4.1-9000:connector:p_hidden${number}-000-0:0000000001`
  const id = await tracked({ product, simulator }, { kind: 'connector', name: connector })
  const input = { set: { [key]: value, 'dest.batch.size': '20' } }

  const plan = await product.plan(id, 'configure', { input })
  const operation = await settled(product, await product.operate(id, 'configure', { input }))

  expect(operation).toMatchObject({
    state: 'succeeded',
    input: { set: { [key]: null, 'dest.batch.size': '20' } },
  })
  expect(operation.changes).toContainEqual({ key, before: null, after: null, secret: true })
  const update = (await simulator.writes(connector)).find(({ path }) =>
    path.endsWith('/updateByName'),
  )
  expect(update?.body).toMatchObject(input.set)
  const answers = await Promise.all(
    [`/components/${id}/config`, '/operations', '/audit?limit=500'].map((path) =>
      product.get(path),
    ),
  )
  expect(JSON.stringify({ plan, operation, answers })).not.toContain(secret)
  const files = (await readdir(product.dataDir)).filter((file) => file.startsWith('wheelhouse.db'))
  for (const file of files)
    expect((await readFile(join(product.dataDir, file))).includes(secret)).toBe(false)
})
