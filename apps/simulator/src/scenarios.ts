import { hosts, placesOf, sampleHost, sampleWriterName } from './places.ts'
import { between, createRandom, shuffled, type Random } from './random.ts'
import { createWorld, type World } from './world.ts'
import { createWriter, type Temper, type Writer, type WriterFacts } from './writer.ts'

/** The starting worlds, each from its seed and the moment that it begins (epoch ms). */
export const scenarios = {
  demo: (seed, nowMs) => {
    const random = createRandom(seed, 'demo')
    const others = shuffled(random, [...demoTempers, ...healthyTempers(random, 47)])
    return createWorld(hosts, [
      sampleWriter(seed, nowMs),
      ...writersOf(random, others, { seed, nowMs }),
    ])
  },
  hundred: (seed, nowMs) => {
    const random = createRandom(seed, 'hundred')
    const tempers = healthyTempers(random, 100)
    return createWorld(hosts, writersOf(random, tempers, { seed, nowMs }))
  },
  sample: (seed, nowMs) => createWorld([sampleHost], [sampleWriter(seed, nowMs)]),
  empty: () => createWorld([], []),
} satisfies Record<string, (seed: number, nowMs: number) => World>

export type ScenarioName = keyof typeof scenarios

export const isScenarioName = (name: string): name is ScenarioName => Object.hasOwn(scenarios, name)

type DemoTemper = Temper & Pick<WriterFacts, 'inactiveForSeconds'>

/** What an operator meets on an ordinary bad day. */
const demoTempers: readonly DemoTemper[] = [
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

/** Caught up, and able to catch up again after a pause. */
function healthyTempers(random: Random, count: number): DemoTemper[] {
  return Array.from({ length: count }, () => {
    const lagSeconds = between(random, 1, 5)
    return { lagSeconds, floorLagSeconds: lagSeconds, rate: between(random, 3, 8) }
  })
}

function sampleWriter(seed: number, nowMs: number): Writer {
  return createWriter({
    name: sampleWriterName,
    host: sampleHost,
    seed,
    nowMs,
    port: 16_030,
    createdAtMs: 1_639_657_384_000,
    modifiedAtMs: 1_639_657_397_000,
    lagSeconds: 3,
    floorLagSeconds: 3,
    rate: 4,
  })
}

function writersOf(
  random: Random,
  tempers: readonly DemoTemper[],
  { seed, nowMs }: { seed: number; nowMs: number },
): Writer[] {
  const places = placesOf(random, tempers.length)
  return places.map(({ name, host, cmUrl }, index) => {
    const createdAtMs = Math.floor(nowMs / 1000 - between(random, 10, 400) * 86_400) * 1000
    const modifiedAtMs = createdAtMs + between(random, 5, 30) * 1000
    const tenant = `ob_${between(random, 10_000, 99_999)}`
    const cfg = {
      target_ob_region: `${tenant}.admin`,
      sync_username: `root@oms_mysql#${tenant}.admin`,
      listen_port: `${between(random, 18_000, 18_499)}`,
      worker_num: `${2 ** between(random, 3, 6)}`,
      'cluster.url': cmUrl,
    }
    const temper = tempers[index]
    return createWriter({ ...temper, name, host, seed, nowMs, createdAtMs, modifiedAtMs, cfg })
  })
}
