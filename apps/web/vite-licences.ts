import { access, readFile, realpath } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { Plugin } from 'vite'

const wanted = 'virtual:licences'
const resolved = `\0${wanted}`

interface Manifest {
  readonly name: string
  readonly version: string
  readonly license?: string
  readonly private?: boolean
  readonly dependencies?: Readonly<Record<string, string>>
}

interface Found {
  readonly folder: string
  readonly manifest: Manifest
}

export interface Licence {
  readonly name: string
  readonly version: string
  /** As its own package file says it. */
  readonly licence: string
  /** Which of the two programs takes it along; of both, the browser's. */
  readonly part: 'browser' | 'server'
}

/** `virtual:licences`: everything that the two programs take along, with what theirs take along in turn. */
export const licences = (programs: {
  readonly browser: string
  readonly server: string
}): Plugin => ({
  name: 'licences',
  resolveId: (id) => (id === wanted ? resolved : undefined),
  async load(id) {
    if (id !== resolved) return undefined
    const browser = await dependenciesOf(programs.browser)
    const server = await dependenciesOf(programs.server)
    const list = [...new Map([...server, ...browser]).keys()].map((key): Licence => {
      const { name, version, license } = (browser.get(key) ?? server.get(key))?.manifest ?? unknown
      return {
        name,
        version,
        licence: license ?? '',
        part: browser.has(key) ? 'browser' : 'server',
      }
    })
    const sorted = list.toSorted((one, other) => one.name.localeCompare(other.name, 'en'))
    return `export const licences = ${JSON.stringify(sorted)}`
  },
})

const unknown: Manifest = { name: '', version: '' }

/** What a package needs to run, directly or not, by name and version; our own packages are walked, not listed. */
async function dependenciesOf(program: string): Promise<Map<string, Found>> {
  const found = new Map<string, Found>()
  const seen = new Set<string>()
  const walk = async (folder: string) => {
    if (seen.has(folder)) return
    seen.add(folder)
    const manifest = await manifestIn(folder)
    if (!manifest.private) found.set(`${manifest.name}@${manifest.version}`, { folder, manifest })
    for (const name of Object.keys(manifest.dependencies ?? {})) {
      await walk(await folderOf(name, folder))
    }
  }
  await walk(await realpath(program))
  return found
}

/** As Node looks for it: in each `node_modules` on the way up. */
async function folderOf(name: string, from: string): Promise<string> {
  const folder = join(from, 'node_modules', name)
  try {
    await access(join(folder, 'package.json'))
    return await realpath(folder)
  } catch (cause) {
    const above = dirname(from)
    if (above === from) throw new Error(`${name} is not installed`, { cause })
    return folderOf(name, above)
  }
}

const manifestIn = async (folder: string): Promise<Manifest> =>
  // Whoever published it wrote these keys.
  JSON.parse(await readFile(join(folder, 'package.json'), 'utf8')) as Manifest
