import { createChecker, type Checker } from '../checker.ts'
import {
  connectorTakenDown,
  createConnector,
  type Connector,
  type ConnectorFacts,
} from '../connector.ts'
import type { Host } from '../host.ts'
import { deadHost, hosts, placesOf, placesOn, sampleHost } from '../places.ts'
import { createRandom, shuffled } from '../random.ts'
import { createWorld, type World } from '../world.ts'
import { writerTakenDown, type Writer } from '../writer.ts'
import { healthyTempers, sampleWriter, writersAt, type StartTemper } from './writers-at.ts'

/** One CM of two regions with every trouble in it; what moves, moves evenly. */
export function demo(seed: number, nowMs: number): World {
  const random = createRandom(seed, 'demo')
  const others = shuffled(random, [...demoTempers, ...healthyTempers(random, 47)])
  return createWorld({
    hosts: [...hosts, deadHost],
    writers: [
      sampleWriter(seed, nowMs),
      ...writersAt(placesOf(random, others.length), random, { tempers: others, seed, nowMs }),
      ...writersOfDeadHost(seed, nowMs),
    ],
    connectors: demoConnectors(seed, nowMs),
    checkers: demoCheckers,
  })
}

/** What an operator meets on an ordinary bad day. */
const demoTempers: readonly StartTemper[] = [
  // Far behind, and staying there.
  { lagSeconds: 95 },
  { lagSeconds: 640 },
  { lagSeconds: 7300 },
  // Falling behind.
  { lagSeconds: 210, rate: 0.6 },
  // Catching up.
  { lagSeconds: 1900, rate: 2.5, floorLagSeconds: 2 },
  { lagSeconds: 12_400, rate: 6, floorLagSeconds: 3 },
  // Stalled: it says that it runs, and does not move.
  { lagSeconds: 480, rate: 0 },
  // Abnormal: its process should run, but does not.
  { lagSeconds: 3900, active: false, inactiveForSeconds: 3896, rate: 4 },
  // Stopped by someone.
  { status: 'stopped', lagSeconds: 1265, inactiveForSeconds: 1262, rate: 4 },
  { status: 'stopped', lagSeconds: 86_700, inactiveForSeconds: 86_695, rate: 4 },
  { status: 'stopped', lagSeconds: 604_900, inactiveForSeconds: 604_898, rate: 4 },
  // The source's clock runs ahead.
  { lagSeconds: -37 },
]

/** Three writers ran on the dead host until it died, and CM still says that they do. */
function writersOfDeadHost(seed: number, nowMs: number): Writer[] {
  const random = createRandom(seed, 'demo/dead host')
  const diedAtMs = nowMs - 2400 * 1000
  const tempers = healthyTempers(random, 3)
  const places = placesOn(deadHost, random, {
    count: tempers.length,
    identity: (project) => `${project}_source-000-0`,
  })
  return writersAt(places, random, { tempers, seed, nowMs: diedAtMs }).map((writer) =>
    writerTakenDown(writer, diedAtMs),
  )
}

/** Six, of which one is stopped, and one is on the dead host. */
function demoConnectors(seed: number, nowMs: number): Connector[] {
  const random = createRandom(seed, 'demo/connectors')
  const identity = (project: string) => `connector:${project}_source-000-0`
  const nowSeconds = Math.floor(nowMs / 1000)
  const connectorOn = (host: Host, state: Pick<ConnectorFacts, 'running' | 'checkpoint'>) =>
    placesOn(host, random, { count: 1, identity }).map(({ name, host }) =>
      createConnector({ name, host, nowMs, ...state }),
    )
  const stopped = { running: false, checkpoint: nowSeconds - 5400 }
  return [
    ...hosts.flatMap((host, index) => connectorOn(host, index === 3 ? stopped : {})),
    ...connectorOn(sampleHost, {}),
    ...connectorOn(deadHost, { checkpoint: nowSeconds - 2402 }).map((connector) =>
      connectorTakenDown(connector, nowMs),
    ),
  ]
}

const demoCheckers: readonly Checker[] = [
  createChecker({ taskId: '90230', type: 'migrate' }),
  createChecker({ taskId: '90231', type: 'migrate', running: false }),
  createChecker({ taskId: '90244', type: 'verify' }),
  createChecker({ taskId: '90257', type: 'verify', running: false }),
]
