import {
  serializerCompiler,
  validatorCompiler,
  type ZodTypeProvider,
} from '@fastify/type-provider-zod'
import { endpoints, type Endpoint, type ProblemBody } from '@wheelhouse/contract'
import Fastify, { type FastifyInstance } from 'fastify'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { errors } from '../src/plugins/errors.ts'
import { routeOf } from '../src/http/route.ts'
import { brokenOnes, jsonSchemaOf, samplesOf, type JsonSchema } from './samples.ts'

let app: FastifyInstance
const all: [string, Endpoint][] = Object.entries(endpoints)
const withBody = all.filter(([, { body }]) => body !== undefined)

/** Every route of the contract as the product has them, and nothing behind: what comes through is answered 299. */
beforeAll(async () => {
  const server = Fastify({ exposeHeadRoutes: false }).withTypeProvider<ZodTypeProvider>()
  server.setValidatorCompiler(validatorCompiler)
  server.setSerializerCompiler(serializerCompiler)
  await server.register(errors)
  for (const [, one] of all) {
    const { method, url, schema } = routeOf(one)
    server.route({ method, url, schema, handler: (_request, reply) => reply.code(299).send() })
  }
  app = server
  await app.ready()
})
afterAll(() => app.close())

const ask = async (one: Endpoint, { query = '', body }: { query?: string; body?: unknown }) => {
  const { url } = routeOf(one)
  const answer = await app.inject({
    method: one.method,
    url: url.replaceAll(/:\w+/gu, 'stream-name-that-is-long-enough') + query,
    ...(body !== undefined && {
      payload: JSON.stringify(body),
      headers: { 'content-type': 'application/json' },
    }),
  })
  return {
    status: answer.statusCode,
    field: answer.body === '' ? undefined : answer.json<ProblemBody>().field,
  }
}

const asQuery = (pairs: [string, string][]) => new URLSearchParams(pairs).toString()
const queryOf = (values: object) =>
  `?${asQuery(Object.entries(values).map(([key, value]) => [key, String(value)]))}`
/** What a list may hold is a rule, of which JSON Schema knows nothing. */
const lists = { kind: 'writer', verdict: 'stopped' }
const queriesOf = ({ path, query }: Endpoint): object[] => {
  if (!query) return [{}]
  const [sample] = samplesOf(jsonSchemaOf(query))
  return [{ ...(sample as object), ...(path === '/components' && lists) }] // a query is an object
}

test.for(withBody)('%s takes what its schema says', async ([, one]) => {
  const bodies = samplesOf(jsonSchemaOf(one.body ?? {}))

  for (const body of bodies)
    expect([body, await ask(one, { body })]).toMatchObject([body, { status: 299 }])
  expect(bodies.length).toBeGreaterThan(0)
})

test.for(withBody)(
  '%s refuses every property that it does not know, and takes nothing for what it is not',
  async ([, one]) => {
    const schema = jsonSchemaOf(one.body ?? {})
    const broken = samplesOf(schema).flatMap((body) => brokenOnes(body, 'body'))

    const passed = []
    for (const { how, value } of broken)
      if ((await ask(one, { body: value })).status !== 400 && !isMeant(how)) passed.push(how)

    expect(broken.length).toBeGreaterThan(3)
    expect(passed).toEqual([])
    expect(looseObjectsIn(schema)).toEqual([])
  },
)

test.for(all)(
  '%s refuses every parameter of the query that it does not know, and one that stands twice',
  async ([, one]) => {
    const body = one.body ? samplesOf(jsonSchemaOf(one.body))[0] : undefined
    for (const values of queriesOf(one)) {
      const query = queryOf(values)
      expect([query, await ask(one, { query, body })]).toMatchObject([query, { status: 299 }])
      const unknown = await ask(one, { query: queryOf({ ...values, nobodyKnows: 1 }), body })
      expect(unknown).toEqual({ status: 400, field: 'query.nobodyKnows' })
      for (const [key, value] of Object.entries(values)) {
        const twice = `${query}&${asQuery([[key, String(value)]])}`
        expect([twice, (await ask(one, { query: twice, body })).status]).toEqual([twice, 400])
      }
    }
  },
)

/** Where any key may stand, or any JSON. */
const isMeant = (how: string): boolean => /\.(?:set|expect|checkpoints): a property/u.test(how)

/** Objects that would let properties through which they don't know. */
function looseObjectsIn(schema: JsonSchema, place = 'body'): string[] {
  const { properties, additionalProperties, items, anyOf, oneOf } = schema
  const isLoose = properties !== undefined && additionalProperties !== false
  return [
    ...(isLoose ? [place] : []),
    ...Object.entries(properties ?? {}).flatMap(([key, one]) =>
      looseObjectsIn(one, `${place}.${key}`),
    ),
    ...(items ? looseObjectsIn(items, `${place}.0`) : []),
    ...[...(anyOf ?? []), ...(oneOf ?? [])].flatMap((one) => looseObjectsIn(one, place)),
  ]
}
