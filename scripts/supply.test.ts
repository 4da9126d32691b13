import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { parse } from 'yaml'
import * as z from 'zod'

const root = join(import.meta.dirname, '..')
const read = (file: string) => readFileSync(join(root, file), 'utf8')

const locked = z.object({ name: z.string(), version: z.string() })
const edges = z.record(z.string(), z.string()).default({})
const lockSchema = z.object({
  importers: z.record(
    z.string(),
    z.object({
      dependencies: z.record(z.string(), z.object({ version: z.string() })).default({}),
    }),
  ),
  packages: z.record(
    z.string(),
    z.object({
      resolution: z.record(z.string(), z.string()),
      requiresBuild: z.boolean().optional(),
    }),
  ),
  snapshots: z.record(z.string(), z.object({ dependencies: edges, optionalDependencies: edges })),
})
const lock = lockSchema.parse(parse(read('pnpm-lock.yaml')))

const ruleSchema = z.object({
  floors: z.array(
    z.object({ package: z.string(), at: z.record(z.string(), z.string()), see: z.url() }),
  ),
  exempt: z.array(z.object({ package: z.string(), fixed: z.string(), since: z.iso.date() })),
  banned: z.array(z.object({ package: z.string(), instead: z.string() })),
})
const rules = ruleSchema.parse(JSON.parse(read('security/version-floors.json')))

const workspace = z
  .object({
    allowBuilds: z.record(z.string(), z.boolean()),
    minimumReleaseAge: z.number(),
    blockExoticSubdeps: z.boolean(),
    trustPolicy: z.string(),
  })
  .loose()
  .parse(parse(read('pnpm-workspace.yaml')))

/** `name@version`, with what pnpm appends about peers left out. */
function nameAndVersion(key: string): z.output<typeof locked> {
  const bare = key.split('(')[0] ?? ''
  const at = bare.lastIndexOf('@')
  return { name: bare.slice(0, at), version: bare.slice(at + 1) }
}

const installed = Object.keys(lock.packages).map(nameAndVersion)
const versionsOf = (name: string) =>
  installed.filter((it) => it.name === name).map(({ version }) => version)

const parts = (version: string) => (version.split(/[-+]/u)[0] ?? '').split('.').map(Number)

function isBelow(version: string, floor: string): boolean {
  const [own, least] = [parts(version), parts(floor)]
  const at = own.findIndex((part, index) => part !== (least[index] ?? 0))
  return at >= 0 && (own[at] ?? 0) < (least[at] ?? 0)
}

test.for(rules.floors)('$package is of a version without known holes', ({ package: name, at }) => {
  const versions = versionsOf(name)

  const below = versions.filter((version) => {
    const floor = at[String(parts(version)[0])]
    return floor === undefined || isBelow(version, floor)
  })

  expect(versions).not.toEqual([])
  expect(below).toEqual([])
})

test.for(rules.exempt)('the exemption of $package ends when its fix can be had', (exemption) => {
  const versions = versionsOf(exemption.package)

  expect(versions).not.toEqual([])
  expect(versions.filter((version) => !isBelow(version, exemption.fixed))).toEqual([])
})

test('nothing that is banned is installed, not even below something else', () => {
  const banned = new Set(rules.banned.map(({ package: name }) => name))

  expect(installed.filter(({ name }) => banned.has(name))).toEqual([])
})

test('a version below its floor is noticed', () => {
  expect(isBelow('5.12.7', '5.12.8')).toBe(true)
  expect(isBelow('5.9.10', '5.12.8')).toBe(true)
  expect(isBelow('5.12.8', '5.12.8')).toBe(false)
  expect(isBelow('5.13.0', '5.12.8')).toBe(false)
})

test('every package comes from the registry, and its content is what it was', () => {
  const odd = Object.entries(lock.packages).filter(
    ([, { resolution }]) =>
      !/^sha512-[A-Za-z0-9+/]{86}==$/u.test(resolution['integrity'] ?? '') ||
      Object.keys(resolution).some((key) => key !== 'integrity'),
  )

  expect(Object.keys(lock.packages).length).toBeGreaterThan(100)
  expect(odd).toEqual([])
})

test('one install script runs, that which puts Node in its place', () => {
  const running = Object.entries(workspace.allowBuilds).filter(([, isAllowed]) => isAllowed)

  expect(running).toEqual([['node', true]])
})

test('a release waits before it is taken, and comes from nowhere but the registry', () => {
  expect(workspace.minimumReleaseAge).toBeGreaterThanOrEqual(3 * 24 * 60)
  expect(workspace.blockExoticSubdeps).toBe(true)
  expect(workspace.trustPolicy).toBe('no-downgrade')
})

test('the server runs on at most a hundred packages of others, none of them native', () => {
  const own = ['apps/bff', 'packages/cm-client', 'packages/contract']
  const runtime = closureOf(
    own.flatMap((importer) =>
      Object.entries(lock.importers[importer]?.dependencies ?? {})
        .filter(([, { version }]) => !version.startsWith('link:'))
        .map(([name, { version }]) => `${name}@${version}`),
    ),
  )
  const native = [...runtime].filter(
    (key) => builds.test(nameAndVersion(key).name) || lock.packages[bare(key)]?.requiresBuild,
  )

  expect(runtime.size).toBeGreaterThan(20)
  expect(runtime.size).toBeLessThanOrEqual(100)
  expect(native).toEqual([])
})

/** What packages need that are compiled where they are installed, or bring binaries. */
const builds = /^(?:node-gyp.*|bindings|nan|node-addon-api|prebuild.*|@napi-rs\/.*)$/u

const bare = (key: string) => key.split('(')[0] ?? ''

/** Everything that is installed for these, themselves among it. */
function closureOf(keys: readonly string[]): Set<string> {
  const found = new Set<string>()
  const open = [...keys]
  for (let key = open.pop(); key !== undefined; key = open.pop()) {
    if (found.has(key)) continue
    found.add(key)
    const { dependencies = {}, optionalDependencies = {} } = lock.snapshots[key] ?? {}
    for (const [name, version] of Object.entries({ ...dependencies, ...optionalDependencies }))
      open.push(`${name}@${version}`)
  }
  return found
}

test('assets are served without lists of folders, which is what the newest hole needs', () => {
  expect(read('apps/bff/src/plugins/web.ts')).not.toMatch(/\blist\s*:/u)
})
