import { createChecker, type Checker } from '../checker.ts'
import { connectorTakenDown, createConnector, type Connector } from '../connector.ts'
import type { Machine } from '../host.ts'
import { placesAmong, placesOn, sampleHost } from '../places.ts'
import { createRandom, shuffled, type Random } from '../random.ts'
import { createWorld, type World } from '../world.ts'
import { writerTakenDown, type Writer } from '../writer.ts'
import { badDay, badNight, swinging } from './city-tempers.ts'
import { sampleWriter, writersAt, type StartTemper } from './writers-at.ts'

/** One half of the product's demo. */
interface City {
  name: string
  hosts: readonly Machine[]
  tempers: readonly StartTemper[]
  healthy: number
  /** Those that are not running say for how long. */
  connectors: readonly { host: string; stoppedForSeconds?: number }[]
  checkers: readonly Checker[]
  firstSequence: number
}

/** How long ago its one dead host died, seconds. */
const deadForSeconds = 2400

const up = (name: string, location: string): Machine => ({ name, location, up: true })

const hangzhouHosts = [{ ...sampleHost, up: true }, up('100.88.121.144', '100')] as const
const shanghaiHosts = [
  up('10.186.17.104', '200'),
  { ...up('10.186.17.108', '200'), up: false },
] as const

/** Two hosts, both up, and what an operator meets on an ordinary bad day. */
export const demoHangzhou = (seed: number, nowMs: number): World => {
  const world = cityWorld(hangzhou, seed, nowMs)
  const sample = sampleWriter(seed, nowMs)
  world.writers.set(sample.name, sample)
  return world
}

/** Two hosts, of which one is down: CM still says that what was there runs. */
export const demoShanghai = (seed: number, nowMs: number): World => cityWorld(shanghai, seed, nowMs)

const hangzhou: City = {
  name: 'hangzhou',
  hosts: hangzhouHosts,
  tempers: badDay,
  healthy: 16,
  connectors: [
    { host: hangzhouHosts[0].name },
    { host: hangzhouHosts[0].name },
    { host: hangzhouHosts[1].name },
    { host: hangzhouHosts[1].name, stoppedForSeconds: 5400 },
  ],
  checkers: [
    createChecker({ taskId: '90230', type: 'migrate' }),
    createChecker({ taskId: '90231', type: 'migrate', running: false }),
    createChecker({ taskId: '90244', type: 'verify' }),
  ],
  firstSequence: 70,
}

const shanghai: City = {
  name: 'shanghai',
  hosts: shanghaiHosts,
  tempers: badNight,
  healthy: 10,
  connectors: [
    { host: shanghaiHosts[0].name },
    { host: shanghaiHosts[0].name, stoppedForSeconds: 86_400 },
    { host: shanghaiHosts[1].name },
  ],
  checkers: [
    createChecker({ taskId: '90257', type: 'verify' }),
    createChecker({ taskId: '90263', type: 'migrate', running: false }),
  ],
  // Numbers jump by a million where an installation was set up anew (cm-api.md §3).
  firstSequence: 2_000_001,
}

function cityWorld(city: City, seed: number, nowMs: number): World {
  const random = createRandom(seed, `demo/${city.name}`)
  const tempers = shuffled(random, [...city.tempers, ...swinging(random, city.healthy)])
  const alive = city.hosts.filter(({ up }) => up)
  const { firstSequence } = city
  const places = placesAmong(alive, random, { count: tempers.length, firstSequence })
  return createWorld({
    hosts: city.hosts,
    writers: [
      ...writersAt(places, random, { tempers, seed, nowMs }),
      ...writersOfTheDead(city, random, { seed, nowMs }),
    ],
    connectors: connectorsOf(city, random, nowMs),
    checkers: city.checkers,
  })
}

/** They ran until their host died, and so they would again. */
function writersOfTheDead(
  { hosts }: City,
  random: Random,
  { seed, nowMs }: { seed: number; nowMs: number },
): Writer[] {
  const diedAtMs = nowMs - deadForSeconds * 1000
  const identity = (project: string) => `${project}_source-000-0`
  return hosts
    .filter(({ up }) => !up)
    .flatMap((host) => {
      const tempers = swinging(random, 4)
      const places = placesOn(host, random, { count: tempers.length, identity })
      return writersAt(places, random, { tempers, seed, nowMs: diedAtMs })
    })
    .map((writer) => writerTakenDown(writer, diedAtMs))
}

function connectorsOf({ hosts, connectors }: City, random: Random, nowMs: number): Connector[] {
  const identity = (project: string) => `connector:${project}_source-000-0`
  return connectors.flatMap(({ host: hostName, stoppedForSeconds }) => {
    const machine = hosts.find(({ name }) => name === hostName)
    if (machine === undefined) return []
    const heldForSeconds = stoppedForSeconds ?? (machine.up ? 0 : deadForSeconds)
    return placesOn(machine, random, { count: 1, identity }).map(({ name, host }) => {
      const connector = createConnector({
        name,
        host,
        nowMs,
        running: stoppedForSeconds === undefined,
        checkpoint: Math.floor(nowMs / 1000) - heldForSeconds - 2,
      })
      return machine.up ? connector : connectorTakenDown(connector, nowMs)
    })
  })
}
