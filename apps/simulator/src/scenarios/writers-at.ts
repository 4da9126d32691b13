import { sampleHost, sampleWriterName, type Place } from '../places.ts'
import { between, type Random } from '../random.ts'
import { createWriter, type Temper, type Writer, type WriterFacts } from '../writer.ts'

/** How a writer of a starting world is. */
export type StartTemper = Temper & Pick<WriterFacts, 'inactiveForSeconds'>

interface Tempers {
  tempers: readonly StartTemper[]
  seed: number
  nowMs: number
}

/** One writer of each temper. */
export function writersAt(
  places: readonly Place[],
  random: Random,
  { tempers, seed, nowMs }: Tempers,
): Writer[] {
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

/** Caught up, and able to catch up again after a pause. */
export function healthyTempers(random: Random, count: number): StartTemper[] {
  return Array.from({ length: count }, () => {
    const lagSeconds = between(random, 1, 5)
    return { lagSeconds, floorLagSeconds: lagSeconds, rate: between(random, 3, 8) }
  })
}

/** The one of the vendor’s page. */
export function sampleWriter(seed: number, nowMs: number): Writer {
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
