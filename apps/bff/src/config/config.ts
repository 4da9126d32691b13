import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { defaultTimeouts } from '@wheelhouse/cm-client'
import { componentKindSchema, nameFault } from '@wheelhouse/contract'
import { parse as parseYaml } from 'yaml'
import * as z from 'zod'
import { accessKeys, accessPlaces, authOf, refusedListening } from './access.ts'
import { nest } from './environment.ts'
import { limitsSchema } from './limits.ts'
import { clearKeys, hostKeys } from './secrets.ts'
import { number, yesOrNo } from './values.ts'

/** What is wrong with the configuration, in one sentence for the person who starts the product. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError'
}

const duration = (byDefault: number) =>
  number.pipe(z.number().int().positive().max(600_000)).default(byDefault)

const clusterSchema = z.strictObject({
  id: z
    .string()
    .regex(/^[a-z0-9][a-z0-9-]{0,62}$/u, 'must be lower-case letters, digits and dashes'),
  name: z.string().min(1).optional(),
  url: z.string().refine(isPlainHttpUrl, 'must be a URL like http://cm-host:8088'),
  readOnly: yesOrNo.default(false),
  /** Whether a writer's position may be moved: documented as a parameter only (cm-api.md §5.3). */
  writerRewind: yesOrNo.default(false),
  ...hostKeys,
  /** The budget of reads, always spent (DECISIONS 12). */
  callsPerSecond: number.pipe(z.number().min(0.1).max(5000)).default(10),
  /** Reads under way at once. */
  inFlight: number.pipe(z.number().int().positive().max(256)).default(8),
  timeouts: z
    .strictObject({
      connectMs: duration(defaultTimeouts.connectMs),
      readMs: duration(defaultTimeouts.readMs),
      writeMs: duration(defaultTimeouts.writeMs),
    })
    .prefault({}),
})

const inventorySchema = z.strictObject({
  cluster: z.string(),
  kind: componentKindSchema,
  names: z.array(z.string()).min(1),
})

const configSchema = z.strictObject({
  listen: z
    .strictObject({
      host: z.string().default('127.0.0.1'),
      port: number.pipe(z.number().int().min(0).max(65_535)).default(8080),
    })
    .prefault({}),
  /** Where browsers reach us, when that is not the listen address: `http://wheelhouse.intranet`. */
  publicOrigin: z
    .string()
    .refine(isOrigin, 'must be an origin like https://wheelhouse.example')
    .optional(),
  /** Where the database lies; a demo without one keeps its data in a temporary folder. */
  dataDir: z.string().min(1).optional(),
  /** The file of the master key; without it `wheelhouse.key` in the data folder, made at the first start. */
  keyFile: z.string().min(1).optional(),
  /** Without it, the demo runs where no cluster is configured. */
  demo: yesOrNo.optional(),
  /** Lag and verdicts of each component; the long term belongs to Prometheus. */
  history: z
    .strictObject({ days: number.pipe(z.number().int().min(1).max(366)).default(7) })
    .prefault({}),
  ...accessKeys,
  limits: limitsSchema,
  clearKeys,
  logLevel: z.enum(['silent', 'fatal', 'error', 'warn', 'info', 'debug', 'trace']).default('info'),
  clusters: z.array(clusterSchema).default([]),
  inventory: z.array(inventorySchema).default([]),
})

export type Config = Omit<z.output<typeof configSchema>, 'demo' | 'auth'> & {
  mode: 'demo' | 'real'
  auth: 'none' | 'local'
}
export type ClusterConfig = Config['clusters'][number]
/** How a configuration is written, before defaults. */
export type ConfigInput = z.input<typeof configSchema>

/** Where each flag, and the environment variable of the same name, stands in the configuration. */
const places = {
  host: 'listen.host',
  port: 'listen.port',
  'public-origin': 'publicOrigin',
  'data-dir': 'dataDir',
  'key-file': 'keyFile',
  demo: 'demo',
  'history-days': 'history.days',
  ...accessPlaces,
  'log-level': 'logLevel',
} as const

/**
 * Reads the configuration: flags over environment over the YAML file that `--config` or
 * `WHEELHOUSE_CONFIG` names. Throws a `ConfigError` that names what is wrong and the remedy.
 */
export function readConfig(
  args: readonly string[] = process.argv.slice(2),
  environment: NodeJS.ProcessEnv = process.env,
): Config {
  const flags = readFlags(args)
  const file = readFile(flags.config ?? environment['WHEELHOUSE_CONFIG'])
  const variables = nest(environment, places)
  const given = {
    ...file,
    ...variables,
    listen: { ...section(file, 'listen'), ...section(variables, 'listen') },
    history: { ...section(file, 'history'), ...section(variables, 'history') },
    session: { ...section(file, 'session'), ...section(variables, 'session') },
  }
  for (const [flag, place] of Object.entries(places)) {
    const value = flags[flag]
    if (value === undefined) continue
    const [head = '', tail] = place.split('.')
    if (tail === undefined) Object.assign(given, { [head]: value })
    else Object.assign(given, { [head]: { ...section(given, head), [tail]: value } })
  }
  const url = flags['cm-url'] ?? environment['WHEELHOUSE_CM_URL']
  return checkConfig(
    url ? { ...given, clusters: [{ id: 'default', url }, ...clustersOf(given)] } : given,
  )
}

/** Checks a configuration and fills its defaults in; throws a `ConfigError`. */
export function checkConfig(given: unknown): Config {
  const read = configSchema.safeParse(given)
  if (!read.success) throw new ConfigError(sentenceFor(read.error))
  const { demo, ...config } = read.data
  if (demo === true && config.clusters.length > 0)
    throw new ConfigError('both the demo and a Cluster Manager are configured: choose one of them')
  if (demo === false && config.clusters.length === 0)
    throw new ConfigError(
      'no Cluster Manager is configured: set WHEELHOUSE_CM_URL=http://host:8088, or WHEELHOUSE_DEMO=true for the demo',
    )
  const mode = config.clusters.length === 0 || demo ? 'demo' : 'real'
  const auth = authOf(config, mode)
  const refusal = refusedListening(config, auth)
  if (refusal !== undefined) throw new ConfigError(refusal)
  refuseTwins(config.clusters)
  refuseSharedAddresses(config.clusters)
  for (const { cluster } of config.inventory)
    if (!config.clusters.some(({ id }) => id === cluster))
      throw new ConfigError(`inventory names the cluster '${cluster}', which is not configured`)
  for (const name of config.inventory.flatMap(({ names }) => names))
    if (nameFault(name))
      throw new ConfigError(`inventory: '${name}' can be no name (${nameFault(name)})`)
  return { ...config, mode, auth }
}

function readFlags(args: readonly string[]): Record<string, string | undefined> {
  const names = ['config', 'cm-url', ...Object.keys(places)]
  // A package manager may hand on the `--` that separates its flags from ours.
  const own = args.filter((arg, at) => !(at === 0 && arg === '--'))
  try {
    const options = Object.fromEntries(names.map((name) => [name, { type: 'string' as const }]))
    return parseArgs({ args: own, options, strict: true }).values
  } catch (error) {
    throw new ConfigError(
      `${error instanceof Error ? error.message.split('. ')[0] : String(error)}; the flags are ${names.map((name) => `--${name}`).join(' ')}`,
      { cause: error },
    )
  }
}

function readFile(path: string | undefined): Record<string, unknown> {
  if (!path) return {}
  try {
    const document: unknown = parseYaml(readFileSync(path, 'utf8')) ?? {}
    if (isRecord(document)) return document
  } catch (error) {
    throw new ConfigError(
      `the configuration file ${path} cannot be read: ${error instanceof Error ? error.message.split('\n')[0] : String(error)}`,
      { cause: error },
    )
  }
  throw new ConfigError(`the configuration file ${path} must hold keys and values`)
}

function sentenceFor(error: z.ZodError): string {
  const [issue] = error.issues
  if (!issue) return 'the configuration is not valid'
  if (issue.code === 'unrecognized_keys')
    return `${[...issue.path, issue.keys[0]].map(String).join('.')} is not a key that this version knows`
  return `${issue.path.map(String).join('.') || 'the configuration'}: ${issue.message}`
}

/** One CM under two ids would be two locks on one component. */
function refuseSharedAddresses(clusters: readonly ClusterConfig[]) {
  const address = ({ url }: ClusterConfig) => new URL(url).href.replace(/\/+$/u, '')
  const twin = clusters.find(
    (cluster, at) => clusters.findIndex((other) => address(other) === address(cluster)) !== at,
  )
  if (twin) throw new ConfigError(`clusters: '${twin.id}' has the address of another cluster`)
}

function refuseTwins(clusters: readonly ClusterConfig[]) {
  const twin = clusters.find(({ id }, at) => clusters.findIndex((other) => other.id === id) !== at)
  if (twin) throw new ConfigError(`clusters: the id '${twin.id}' stands twice`)
}

function isPlainHttpUrl(text: string): boolean {
  const url = URL.parse(text)
  return (
    url !== null &&
    (url.protocol === 'http:' || url.protocol === 'https:') &&
    url.username + url.password === '' &&
    url.search === '' &&
    url.hash === ''
  )
}

function isOrigin(text: string): boolean {
  return isPlainHttpUrl(text) && URL.parse(text)?.origin === text
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

function section(config: Record<string, unknown>, key: string): Record<string, unknown> {
  const found = config[key] ?? {}
  if (isRecord(found)) return found
  throw new ConfigError(`${key} must hold keys and values`)
}

function clustersOf(config: Record<string, unknown>): unknown[] {
  const found = config['clusters'] ?? []
  if (Array.isArray(found)) return found
  throw new ConfigError('clusters must be a list')
}

/** The database of an installation. */
export const databaseFile = ({ dataDir = '.data' }: Pick<Config, 'dataDir'>): string =>
  join(dataDir, 'wheelhouse.db')

/** Where the master key lies, and whether the configuration chose the place. */
export const keyPlace = ({ dataDir = '.data', keyFile }: Pick<Config, 'dataDir' | 'keyFile'>) => ({
  file: keyFile ?? join(dataDir, 'wheelhouse.key'),
  isNamed: keyFile !== undefined,
})
