import { readFileSync, readdirSync } from 'node:fs'
import { posix, join, relative, sep } from 'node:path'
import { expect, test } from 'vitest'
import { parse } from 'yaml'

/** What the linter can't say about the tree, read from the tree. Every list of offenders is empty. */

type File = { path: string; text: string }

const root = join(import.meta.dirname, '../../..')
const notOurs = new Set(['node_modules', 'dist', 'test-results', '.git', '.data'])
const files = filesUnder(root)
const isTest = ({ path }: File) => /\.test\.tsx?$|\/test\/|^e2e\//u.test(path)
const isCode = ({ path }: File) => /\.tsx?$/u.test(path)
const code = files.filter(isCode)
const productCode = code.filter(
  (file) => /^(?:apps|packages)\/[^/]+\/src\//u.test(file.path) && !isTest(file),
)

test('there is something to look at', () => {
  expect(code.length).toBeGreaterThan(20)
  expect(productCode.length).toBeGreaterThan(10)
})

test('only tests, benches and the demo know the simulator', () => {
  const mayKnow = (file: File) =>
    isTest(file) || /^apps\/simulator\/|^bench\/|^scripts\/demo\//u.test(file.path)
  const mention = /apps\/simulator|@wheelhouse\/simulator|\.\/simulator\//u

  expect(
    linesThat(
      mention,
      code.filter((file) => !mayKnow(file)),
    ),
  ).toEqual([])
  expect(
    manifests()
      .filter(({ production }) => '@wheelhouse/simulator' in production)
      .map(({ path }) => path),
  ).toEqual([])
})

test('the simulator shares no code with what it fakes', () => {
  const simulator = code.filter(({ path }) => path.startsWith('apps/simulator/'))

  expect(
    importsOf(simulator).filter(({ target }) =>
      /^@wheelhouse\/|^packages\/|^apps\/(?!simulator\/)/u.test(target),
    ),
  ).toEqual([])
})

test('the environment is read in one place of each program', () => {
  const mayRead = (file: File) =>
    isTest(file) ||
    /^(?:scripts|bench)\/|^apps\/bff\/src\/config\/config\.ts$|^apps\/simulator\/src\/main\.ts$/u.test(
      file.path,
    )
  const reads =
    /\bprocess\s*\.\s*env\b|\bprocess\[|\{[^}]*\benv\b[^}]*\}\s*(?:=\s*process\b|from\s*'node:process')/u

  expect(
    linesThat(
      reads,
      code.filter((file) => !mayRead(file)),
    ),
  ).toEqual([])
})

test('every dependency has one exact version', () => {
  const isExact = (version: string) => /^\d+\.\d+\.\d+(?:-[\w.]+)?$/u.test(version)
  const isPinned = (version: string) =>
    version === 'catalog:' || version === 'workspace:*' || isExact(version)

  expect(
    manifests().flatMap(({ path, dependencies }) =>
      Object.entries(dependencies)
        .filter(([, version]) => !isPinned(version))
        .map(([name, version]) => `${path}: ${name} ${version}`),
    ),
  ).toEqual([])
  expect(Object.entries(catalog()).filter(([, version]) => !isExact(version))).toEqual([])
})

test('every dependency has its reason in docs/dependencies.md', () => {
  const documented = files.find(({ path }) => path === 'docs/dependencies.md')?.text ?? ''
  const names = manifests().flatMap(({ dependencies }) =>
    Object.entries(dependencies)
      .filter(([, version]) => version !== 'workspace:*')
      .map(([name]) => name),
  )

  expect(
    [...new Set([...names, ...Object.keys(catalog())])]
      .toSorted()
      .filter((name) => !documented.split('\n').some((line) => line.startsWith(`| \`${name}\` |`))),
  ).toEqual([])
})

test('in the web app, features never import each other, and ui and lib know no feature, page or api', () => {
  const web = productCode.filter(({ path }) => path.startsWith('apps/web/src/'))

  expect(
    importsOf(web).filter(({ from, target }) => {
      const feature = featureOf(from)
      return (
        feature !== undefined && featureOf(target) !== undefined && featureOf(target) !== feature
      )
    }),
  ).toEqual([])
  expect(
    importsOf(web).filter(
      ({ from, target }) =>
        /^apps\/web\/src\/(?:ui|lib)\//u.test(from) &&
        /^apps\/web\/src\/(?:features|pages|api)\//u.test(target),
    ),
  ).toEqual([])
})

test('in the BFF, nothing runs back up: not to the app, not from a plugin, a right or the config to a feature', () => {
  const bff = importsOf(productCode.filter(({ path }) => path.startsWith('apps/bff/src/')))

  expect(
    bff.filter(
      ({ from, target }) =>
        /^apps\/bff\/src\/(?:features|plugins|telling|rights|http|config)\//u.test(from) &&
        /^apps\/bff\/src\/(?:app\/|(?:app|main)\.ts$)/u.test(target),
    ),
  ).toEqual([])
  const floor = /^apps\/bff\/src\/features\/(?<feature>\w+)\//u
  // Which features a feature stands upon; they meet above, in app.ts and what it is made of.
  const below: Record<string, string[]> = {
    operations: ['audit', 'components', 'observations'],
    clusters: ['audit', 'components', 'observations'],
    history: ['components'],
    settings: ['audit'],
    access: ['audit'],
    components: ['audit', 'observations'],
  }
  expect(
    bff.filter(({ from, target }) => {
      const [upper, lower] = [from, target].map((path) => floor.exec(path)?.groups?.['feature'])
      if (upper === undefined || lower === undefined || upper === lower) return false
      return !below[upper]?.includes(lower)
    }),
  ).toEqual([])
  expect(
    bff.filter(
      ({ from, target }) =>
        /^apps\/bff\/src\/(?:plugins|rights|http|config)\//u.test(from) &&
        target.startsWith('apps/bff/src/features/'),
    ),
  ).toEqual([])
})

test('the browser calls through one function, the servers through one request', () => {
  const fetches = /(?<![\w$.])fetch\s*\(|\b(?:globalThis|window|self)\.fetch\b/u

  expect(
    linesThat(
      fetches,
      productCode.filter(
        ({ path }) =>
          path !== 'apps/web/src/api/call.ts' &&
          // Asks for the page itself, and for nothing of the API.
          path !== 'apps/web/src/lib/is-page-served.ts' &&
          // For the stream's worker, which carries none of the contract.
          path !== 'apps/web/src/api/is-signed-out.ts' &&
          // The launcher is how tests and the demo speak to the simulator's control routes.
          path !== 'apps/simulator/src/launch.ts',
      ),
    ),
  ).toEqual([])
  expect(
    importsOf(productCode).filter(
      ({ from, target }) =>
        target.startsWith('undici') &&
        !/^packages\/cm-client\/src\/(?:request|transport)\.ts$/u.test(from),
    ),
  ).toEqual([])
})

test('a write to CM is permitted in one place, where it is asked who wants it', () => {
  const outside = productCode.filter(({ path }) => !path.startsWith('packages/cm-client/'))

  expect(linesThat(/\bpermitWrite\b/u, outside).map((line) => line.split(':')[0])).toEqual([
    'apps/bff/src/features/operations/permitting.ts', // its import
    'apps/bff/src/features/operations/permitting.ts',
  ])
})

test('the proxy stands in one place, behind its guard', () => {
  expect(
    importsOf(productCode)
      .filter(({ target }) => /^@fastify\/(?:http-proxy|reply-from)/u.test(target))
      .map(({ from }) => from),
  ).toEqual(['apps/bff/src/plugins/raw-proxy/raw-proxy.ts'])
})

test('no line names a package registry or a folder of one machine', () => {
  // Put together here, so that this file may be read as well.
  const hosts = ['registry\\.[a-z]', 'npmjs\\.', 'npmmirror\\.', 'yarnpkg\\.', 'deb\\.debian\\.']
  const folders = ['work', 'root'].map((folder) => `(?<![\\w.@}])/${folder}(?=[/'"\`\\s]|$)`)

  expect(linesThat(new RegExp([...hosts, ...folders].join('|'), 'u'), files)).toEqual([])
})

function filesUnder(folder: string): File[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const place = join(folder, entry.name)
    if (notOurs.has(entry.name)) return []
    if (entry.isDirectory()) return filesUnder(place)
    const isText = /\.(?:tsx?|[cm]?js|json|ya?ml|md|css|html|sh)$|^(?:run|Dockerfile|\.\w+)$/u.test(
      entry.name,
    )
    if (!entry.isFile() || !isText || entry.name === 'pnpm-lock.yaml') return []
    return [{ path: relative(root, place).split(sep).join('/'), text: readFileSync(place, 'utf8') }]
  })
}

function linesThat(match: RegExp, among: File[]): string[] {
  return among.flatMap(({ path, text }) =>
    text
      .split('\n')
      .flatMap((line, at) => (match.test(line) ? [`${path}:${at + 1} ${line.trim()}`] : [])),
  )
}

/** Relative imports as paths from the root, so that rules can speak of folders. */
function importsOf(among: File[]) {
  const specifier = /\b(?:from|import|export)\s*\(?\s*(['"])(?<target>[^'"\n]+)\1/gu
  return among.flatMap(({ path, text }) =>
    [...text.matchAll(specifier)].map((found) => {
      const target = found.groups?.['target'] ?? ''
      return {
        from: path,
        target: target.startsWith('.') ? posix.join(posix.dirname(path), target) : target,
      }
    }),
  )
}

const featureOf = (path: string) =>
  /^apps\/web\/src\/features\/(?<name>[^/]+)\//u.exec(path)?.groups?.['name']

function manifests() {
  return files
    .filter(({ path }) => /(?:^|\/)package\.json$/u.test(path))
    .map(({ path, text }) => {
      const manifest = JSON.parse(text) as Record<string, Record<string, string> | undefined>
      const dependencies: Record<string, string> = {
        ...manifest['peerDependencies'],
        ...manifest['optionalDependencies'],
        ...manifest['devDependencies'],
        ...manifest['dependencies'],
      }
      return { path, dependencies, production: manifest['dependencies'] ?? {} }
    })
}

function catalog(): Record<string, string> {
  const text = files.find(({ path }) => path === 'pnpm-workspace.yaml')?.text ?? ''
  const workspace = parse(text) as { catalog?: Record<string, string> }
  return workspace.catalog ?? {}
}
