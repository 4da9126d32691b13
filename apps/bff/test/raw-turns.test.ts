import { connect } from 'node:net'
import { expect, test } from 'vitest'
import {
  answering,
  eventually,
  good,
  http,
  path,
  request,
  said,
  startStage,
  startUpstream,
} from './raw-stage.ts'

test('ten who ask the same at once are one call, and each has the answer', async () => {
  const held: (() => void)[] = []
  const cm = await startUpstream((socket) => held.push(() => socket.end(http(said))))
  const stage = await startStage(cm.url)

  const asked = Array.from({ length: 10 }, () => stage.get())
  await eventually(() => held.length === 1 && stage.received() === 10)
  held[0]?.()
  const answers = await Promise.all(asked)

  expect(answers.map(({ body }) => body.body)).toEqual(answers.map(() => said))
  expect(cm.seen).toHaveLength(1)
  expect(stage.spent).toEqual(['main'])
})

test('those who wait with someone who goes away get their answer all the same', async () => {
  const held: (() => void)[] = []
  const cm = await startUpstream((socket) => held.push(() => socket.end(http(said))))
  const stage = await startStage(cm.url)

  const first = connect(stage.port, '127.0.0.1', () =>
    first.write(request(stage.port, `GET ${good}`)),
  )
  await eventually(() => held.length === 1)
  const second = stage.get()
  await eventually(() => stage.received() === 2)
  first.destroy()
  await eventually(() => held.length === 2)
  held[1]?.()

  expect((await second).body.body).toBe(said)
})

test('different questions leave no faster than the cluster may be asked', async () => {
  const atMs: number[] = []
  const cm = await startUpstream((socket) => {
    atMs.push(performance.now())
    socket.end(http(said))
  })
  const stage = await startStage(cm.url, { callsPerSecond: 10 })

  const startedAtMs = performance.now()
  await Promise.all([1, 2, 3, 4].map((which) => stage.get(`${path}?writerName=writer-${which}`)))

  expect(atMs).toHaveLength(4)
  expect((atMs.at(-1) ?? 0) - startedAtMs).toBeGreaterThan(290)
})

test('who has no turn in time, or finds too many calls out, is told so', async () => {
  const cm = await startUpstream(answering(http(said)))
  const stage = await startStage(cm.url, {
    callsPerSecond: 0.1,
    timeouts: { connectMs: 1000, readMs: 1000, writeMs: 1000 },
  })
  await stage.get()
  const late = await stage.get(`${path}?writerName=late`)

  const hanging = await startUpstream(() => {})
  const crowded = await startStage(hanging.url, { inFlight: 1 })
  void crowded.get().catch(() => {})
  await eventually(() => hanging.seen.length === 1)
  const turnedAway = await crowded.get(`${path}?writerName=second`)

  expect([late.status, late.body.code]).toEqual([429, 'CM_BUSY'])
  expect([turnedAway.status, turnedAway.body.code]).toEqual([429, 'CM_BUSY'])
  expect(cm.seen).toHaveLength(1)
})

test('what was answered is not kept: who asks later has what CM says then', async () => {
  const cm = await startUpstream((socket, seen) => socket.end(http(`{"status":${seen.length}}`)))
  const stage = await startStage(cm.url)

  expect((await stage.get()).body.body).toBe('{"status":1}')
  expect((await stage.get()).body.body).toBe('{"status":2}')
})
