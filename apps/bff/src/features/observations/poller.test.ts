import { CmError, type WriterDetail } from '@wheelhouse/cm-client'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { Poller } from './poller.ts'
import { Reachability } from './reachability.ts'
import type { Answer, Reader } from './reader.ts'
import { ObservationStore } from './store.ts'

const deadlineMs = 5_000

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

type Manner = 'answers' | 'hangs' | 'fails' | 'refuses'

const detailOf = (name: string): WriterDetail => ({
  name,
  status: 'running',
  active: true,
  host: '10.0.0.1',
  port: 16_000,
  location: null,
  checkpointSeconds: Math.floor(Date.now() / 1000) - 3,
  sampledAtSeconds: Math.floor(Date.now() / 1000) - 1,
  createdAtMs: null,
  modifiedAtMs: null,
  topic: null,
  subtopic: null,
  raw: '{}',
  saidAtMs: Math.floor(Date.now() / 1000) * 1000,
})

const after = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))

/** A cluster whose CM answers after 20 ms, in simulated time, as each name is told to behave. */
function cluster(names: readonly string[], limits = { callsPerSecond: 1000, inFlight: 64 }) {
  const manners = new Map<string, Manner>()
  const world = { manner: 'answers' as Manner, latencyMs: 20, calls: 0, out: 0, mostOut: 0 }
  const asked: { name: string; atMs: number }[] = []
  const answer = async (name: string): Promise<Answer> => {
    const manner = world.manner === 'answers' ? (manners.get(name) ?? 'answers') : world.manner
    await after(manner === 'hangs' ? deadlineMs : manner === 'refuses' ? 0 : world.latencyMs)
    if (manner === 'answers') return { detail: detailOf(name) }
    const code = { hangs: 'TIMED_OUT', fails: 'BAD_STATUS', refuses: 'NOT_SENT' } as const
    return { error: new CmError(code[manner], 'unknown', manner) }
  }
  const reader: Reader = {
    mostAtOnce: 1,
    read: async (some) => {
      world.calls += 1
      world.out += 1
      world.mostOut = Math.max(world.mostOut, world.out)
      for (const name of some) asked.push({ name, atMs: performance.now() })
      const answers = await Promise.all(some.map(answer))
      world.out -= 1
      return answers
    },
  }
  const clocks = { clock: () => Date.now(), steady: () => performance.now() }
  const reachability = new Reachability(clocks, () => {})
  const store = new ObservationStore()
  const onBug = (error: unknown) => {
    throw error
  }
  const poller = new Poller({ cluster: limits, reader, store, reachability, ...clocks, onBug })
  for (const name of names) poller.add(name, name)
  return { poller, store, reachability, world, manners, asked }
}

const named = (count: number) => Array.from({ length: count }, (_, at) => `c${at}`)

/** How long it takes from now on until each of these has been read. */
async function roundMs({ store }: ReturnType<typeof cluster>, names: readonly string[]) {
  const [beganMs, begin] = [performance.now(), Date.now()]
  const missing = new Set(names)
  while (missing.size > 0) {
    await vi.advanceTimersByTimeAsync(10)
    for (const name of missing)
      if ((store.get(name).reading?.askedAtMs ?? 0) > begin) missing.delete(name)
  }
  return performance.now() - beganMs
}

test('the budget is spent, evenly, and never more of it at once than the cap', async () => {
  const estate = cluster(named(3000))
  estate.poller.start()
  await vi.advanceTimersByTimeAsync(10_000)
  estate.poller.stop()

  expect(estate.world.calls / 10_000).toBeGreaterThan(0.98)
  expect(estate.world.calls).toBeLessThanOrEqual(10_002)
  expect(estate.world.mostOut).toBeLessThanOrEqual(64)
  const perTenMs = new Map<number, number>()
  for (const { atMs } of estate.asked)
    perTenMs.set(Math.floor(atMs / 10), (perTenMs.get(Math.floor(atMs / 10)) ?? 0) + 1)
  expect(Math.max(...perTenMs.values())).toBeLessThanOrEqual(22)
})

test('one in a hundred that hangs and one that fails leave the round of the others as it was', async () => {
  const names = named(2000)
  const others = names.filter((_, at) => at % 50 !== 0)
  const estate = cluster(names)
  estate.poller.start()
  await vi.advanceTimersByTimeAsync(20_000)
  const healthy = await roundMs(estate, others)
  for (const [at, name] of names.entries())
    if (at % 50 === 0) estate.manners.set(name, at % 100 === 0 ? 'hangs' : 'fails')
  await vi.advanceTimersByTimeAsync(60_000)

  const sick = await roundMs(estate, others)
  const { quarantined } = estate.poller.health()
  estate.poller.stop()

  expect(sick / healthy).toBeLessThanOrEqual(1.05)
  expect(quarantined).toBe(20)
  expect(estate.reachability.isUnreachable).toBe(false)
})

test.for(['hangs', 'refuses'] as const)(
  'a CM that %s is unreachable within 15 s, is then only probed, and one answer brings it back',
  async (manner) => {
    const estate = cluster(named(100), { callsPerSecond: 10, inFlight: 8 })
    estate.poller.start()
    await vi.advanceTimersByTimeAsync(30_000)
    estate.world.manner = manner
    await vi.advanceTimersByTimeAsync(15_000)
    expect(estate.reachability.isUnreachable).toBe(true)
    expect(estate.poller.health().breaker).not.toBe('closed')

    const before = estate.world.calls
    await vi.advanceTimersByTimeAsync(20_000)
    expect(estate.world.calls - before).toBeLessThanOrEqual(11)

    estate.world.manner = 'answers'
    await vi.advanceTimersByTimeAsync(8_000)
    expect(estate.poller.health().breaker).toBe('closed')
    await vi.advanceTimersByTimeAsync(15_000)
    estate.poller.stop()
    for (const name of named(100)) expect(estate.store.get(name).failure).toBeNull()
  },
)

test('a dead or a slow CM costs the round of another one nothing', async () => {
  const names = named(4000)
  const [sound, alone, ill] = [cluster(names), cluster(names), cluster(names)]
  alone.poller.start()
  await vi.advanceTimersByTimeAsync(10_000)
  const healthy = await roundMs(alone, names)
  alone.poller.stop()
  for (const { poller } of [sound, ill]) poller.start()
  ill.world.manner = 'hangs'
  await vi.advanceTimersByTimeAsync(10_000)
  const besideDead = await roundMs(sound, names)
  Object.assign(ill.world, { manner: 'answers', latencyMs: 900 })
  await vi.advanceTimersByTimeAsync(10_000)
  const besideSlow = await roundMs(sound, names)
  for (const { poller } of [sound, ill]) poller.stop()

  expect(besideDead / healthy).toBeLessThanOrEqual(1.02)
  expect(besideSlow / healthy).toBeLessThanOrEqual(1.02)
})

test('what is on a screen is a second old at most, and CM is not asked once more for it', async () => {
  const names = named(2000)
  const estate = cluster(names, { callsPerSecond: 200, inFlight: 16 })
  estate.poller.start()
  await vi.advanceTimersByTimeAsync(20_000)
  const unwatched = estate.world.calls
  estate.poller.watch(new Set(names.slice(0, 50)))
  await vi.advanceTimersByTimeAsync(20_000)
  const watched = estate.world.calls - unwatched
  estate.poller.stop()

  expect(watched / unwatched).toBeCloseTo(1, 2)
  for (const name of names.slice(0, 50)) {
    const times = estate.asked.filter((one) => one.name === name).map(({ atMs }) => atMs)
    const waits = times.slice(2).map((atMs, at) => atMs - (times[at + 1] ?? 0))
    expect(Math.max(...waits.slice(-15))).toBeLessThan(1_200)
  }
})

test('CM’s clock is learnt from its answers, and its health can be told', async () => {
  const estate = cluster(named(10), { callsPerSecond: 5, inFlight: 8 })
  estate.poller.start()
  await vi.advanceTimersByTimeAsync(20_000)
  estate.poller.stop()

  expect(estate.poller.health()).toMatchObject({
    latencyMs: 20,
    breaker: 'closed',
    callsPerSecond: 5,
    inFlight: 8,
    mostInFlight: 8,
    quarantined: 0,
  })
  expect(Math.abs(estate.poller.health().clock?.aheadSeconds ?? 9)).toBeLessThan(1)
  expect(estate.poller.health().roundSeconds).toBeCloseTo(2, 0)
})

test('an answer about a name that the component no longer has is not its', async () => {
  const estate = cluster(['a'])
  estate.poller.start()
  await vi.advanceTimersByTimeAsync(5)
  estate.poller.remove('a')
  estate.poller.add('a', 'b')
  await vi.advanceTimersByTimeAsync(16)
  expect(estate.store.get('a').reading).toBeNull()
  await vi.advanceTimersByTimeAsync(5_000)
  estate.poller.stop()
  expect(estate.store.get('a').reading).not.toBeNull()
})
