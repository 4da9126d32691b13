import { between, type Random } from './random.ts'
import type { Host, Machine } from './host.ts'

/** The writer that the vendor's page asks for, and the host that it names. */
export const sampleWriterName = '100.88.121.143-9000:p_3b7ixsl2sxb4_source-000-0:0000000069'
export const sampleHost: Host = { name: '100.88.121.143', location: '100' }

interface Region {
  hosts: readonly [Host, Host]
  /** Numbers jump by a million where an installation was set up anew (cm-api.md §3). */
  firstSequence: number
}

const east: Region = {
  hosts: [sampleHost, { name: '100.88.121.144', location: '100' }],
  firstSequence: 70,
}

const west: Region = {
  hosts: [
    { name: '10.186.17.104', location: '200' },
    { name: '10.186.17.106', location: '200' },
  ],
  firstSequence: 2_000_001,
}

/** Two regions of two hosts each. */
export const hosts: readonly Machine[] = [...east.hosts, ...west.hosts].map(up)

/** A third one of the second region, for scenarios that have a dead host. */
export const deadHost: Machine = { name: '10.186.17.108', location: '200', up: false }

export const sampleMachine: Machine = up(sampleHost)

/** A name that a writer may bear, where it runs, and the CM of its region. */
export interface Place {
  name: string
  host: Host
  cmUrl: string
}

/** Links with a forward writer each, some with a reverse one on the region's other host. */
export function placesOf(random: Random, count: number): Place[] {
  const places: Place[] = []
  for (let link = 0; places.length < count; link += 1) {
    const region = random() < 0.5 ? east : west
    const [first, second] = region.hosts
    const [host, otherHost] = random() < 0.5 ? [first, second] : [second, first]
    const cmUrl = `http://${first.name}:8088`
    const project = projectId(random)
    const placeOn = (on: Host, direction: 'source' | 'dest', step: number): Place => {
      const sequence = `${region.firstSequence + 2 * link + step}`.padStart(10, '0')
      return { name: `${on.name}-9000:${project}_${direction}-000-0:${sequence}`, host: on, cmUrl }
    }
    places.push(placeOn(host, 'source', 0))
    if (random() < 0.4) places.push(placeOn(otherHost, 'dest', 1))
  }
  return places.slice(0, count)
}

/**
 * Links between some hosts: a forward writer each, and of nearly every second one the reverse writer on the
 * next host. The hosts take turns.
 */
export function placesAmong(
  machines: readonly Host[],
  random: Random,
  { count, firstSequence }: { count: number; firstSequence: number },
): Place[] {
  const places: Place[] = []
  const cmUrl = `http://${machines[0]?.name}:8088`
  for (let link = 0; places.length < count; link += 1) {
    const project = projectId(random)
    const directions = random() < 0.45 ? (['source', 'dest'] as const) : (['source'] as const)
    for (const [step, direction] of directions.entries()) {
      const machine = machines[(link + step) % machines.length]
      if (machine === undefined) return places
      const { name, location } = machine
      const sequence = `${firstSequence + 2 * link + step}`.padStart(10, '0')
      places.push({
        name: `${name}-9000:${project}_${direction}-000-0:${sequence}`,
        host: { name, location },
        cmUrl,
      })
    }
  }
  return places.slice(0, count)
}

/** Links that run on one host, at the end of its region's sequences. */
export function placesOn(
  host: Host,
  random: Random,
  { count, identity }: { count: number; identity: (project: string) => string },
): Place[] {
  const region = host.location === east.hosts[0].location ? east : west
  return Array.from({ length: count }, (_, index) => {
    const sequence = `${region.firstSequence + 900 + index}`.padStart(10, '0')
    return {
      name: `${host.name}-9000:${identity(projectId(random))}:${sequence}`,
      host: { name: host.name, location: host.location },
      cmUrl: `http://${region.hosts[0].name}:8088`,
    }
  })
}

function up(host: Host): Machine {
  return { ...host, up: true }
}

const projectId = (random: Random): string =>
  `p_${Array.from({ length: 12 }, () => between(random, 0, 35).toString(36)).join('')}`
