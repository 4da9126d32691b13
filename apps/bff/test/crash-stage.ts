import { spawn, type ChildProcess } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import type { Component, Operation } from '@wheelhouse/contract'
import type { Simulator } from '@wheelhouse/simulator'
import type { Boundary, Cell } from './crash-cells.ts'
import { holdReply, isCarriedOut, makeSubject, requestFor, type Subject } from './crash-subject.ts'

/** An operation whose process was killed, and what there is to go on with. */
export interface Crashed extends Subject {
  dataDir: string
  /** Starts the product on what the crash has left, to be killed at a boundary while it takes that up. */
  crashAgain: (boundary: Boundary) => Promise<void>
  /** Starts the ordinary product on what the crash has left; answers where it listens. */
  restart: (main: string) => Promise<string>
  /** The operation, asked for once more with the same key: it is on record, or it is made now. */
  askAgain: (url: string) => Promise<Operation>
  component: string
  /** Ends whatever of it still runs, and takes its folder away. */
  end: () => Promise<void>
}

const crashMain = join(import.meta.dirname, 'crash-main.ts')

/** Brings a process to a boundary of a step of an operation, where it is killed with SIGKILL. */
export async function crash(cell: Cell, simulator: Simulator): Promise<Crashed> {
  const dataDir = await mkdtemp(join(tmpdir(), 'wheelhouse-crash-'))
  const children: ChildProcess[] = []
  const launch = (main: string, environment: NodeJS.ProcessEnv = {}) => {
    const child = spawn(process.execPath, [main, '--port', '0', '--data-dir', dataDir], {
      env: { ...process.env, ...surroundings(simulator.url), ...environment },
      stdio: ['ignore', 'pipe', 'inherit'],
      // Longer than any test may last: what hangs outlives none of them.
      timeout: 150_000,
      killSignal: 'SIGKILL',
    })
    children.push(child)
    return child
  }
  const launchCrash = (boundary: Boundary) =>
    launch(crashMain, { CRASH_STEP: String(cell.position), CRASH_AT: boundary })
  const end = async () => {
    for (const child of children)
      if (child.exitCode === null && child.signalCode === null) {
        child.kill('SIGKILL')
        await once(child, 'exit')
      }
    await rm(dataDir, { recursive: true, force: true })
  }

  try {
    const subject = await makeSubject(cell, simulator)
    const child = launchCrash(cell.boundary)
    const exit = once(child, 'exit')
    const url = await urlOf(child)
    const isKilledFromOutside = cell.boundary === 'before-reply' && cell.step !== 'see-stopped'
    const component = await track(url, subject)
    if (isKilledFromOutside) await holdReply(subject, simulator)
    const order = requestFor(subject, component)
    const key = randomUUID()
    const ask = (to: string) => post<Operation>(to, '/operations', order, key)

    // Its answer may be lost with the process.
    await ask(url).catch((error: unknown) => {
      if (error instanceof Refused) throw error
    })
    if (isKilledFromOutside) {
      await waitFor(() => isCarriedOut(subject, simulator), Boolean)
      child.kill('SIGKILL')
    }
    await untilKilled(exit)
    return {
      ...subject,
      dataDir,
      component,
      crashAgain: (boundary) => untilKilled(once(launchCrash(boundary), 'exit')),
      restart: (main) => urlOf(launch(main)),
      askAgain: ask,
      end,
    }
  } catch (error) {
    await end()
    throw error
  }
}

/** Throws where it ends in another way. */
async function untilKilled(exit: Promise<unknown[]>) {
  const [code, signal] = await exit
  if (signal !== 'SIGKILL')
    throw new Error(`it was to be killed, and ended with ${String(code ?? signal)}`)
}

/** The Cluster Manager, and a place for compiled code: so many starts cost half as much with it. */
const surroundings = (url: string): NodeJS.ProcessEnv => ({
  NODE_COMPILE_CACHE: join(import.meta.dirname, '../node_modules/.cache/compiled'),
  WHEELHOUSE_AUTH: 'none',
  WHEELHOUSE_CLUSTERS_0_ID: 'default',
  WHEELHOUSE_CLUSTERS_0_URL: url,
  WHEELHOUSE_CLUSTERS_0_WRITER_REWIND: 'true',
  // Enough for the one component, and little enough for many products at once.
  WHEELHOUSE_CLUSTERS_0_CALLS_PER_SECOND: '4',
})

async function urlOf(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let said = ''
    child.stdout?.on('data', (chunk) => {
      said += String(chunk)
      const [url] = /http:\/\/127\.0\.0\.1:\d+/u.exec(said) ?? []
      if (url !== undefined) resolve(url)
    })
    child.once('exit', (code, signal) =>
      reject(new Error(`ended with ${code ?? signal} before it listened`)),
    )
  })
}

/** Tracks the component; a writer is read before anything is asked of it. Answers its id. */
async function track(url: string, { cell, name }: Subject): Promise<string> {
  const { kind, isForced } = cell.plan
  const { items } = await post<{ items: { id: string }[] }>(url, '/components', {
    cluster: 'default',
    kind,
    names: [name],
  })
  const id = items[0]?.id ?? ''
  if (kind === 'writer')
    await waitFor(
      () => get<Component>(url, `/components/${id}`),
      ({ active }) => active === !isForced,
    )
  return id
}

/** The product answered, and not with yes. */
export class Refused extends Error {
  override readonly name = 'Refused'
}

/** The body is whatever the test says that it is, and so is the answer. */
export async function post<T>(url: string, path: string, body: unknown, key = ''): Promise<T> {
  const answer = await fetch(`${url}/api/v1${path}`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      'x-wheelhouse': '1',
      ...(key !== '' && { 'idempotency-key': key }),
    },
    body: JSON.stringify(body),
  })
  if (!answer.ok) throw new Refused(`${path}: ${answer.status} ${await answer.text()}`)
  return (await answer.json()) as T
}

export async function get<T>(url: string, path: string): Promise<T> {
  const answer = await fetch(`${url}/api/v1${path}`)
  if (!answer.ok) throw new Refused(`${path}: ${answer.status} ${await answer.text()}`)
  return (await answer.json()) as T
}

/** Asks again and again until the answer is wanted; the test's own limit ends what never comes. */
export async function waitFor<T>(
  ask: () => Promise<T>,
  isWanted: (answer: T) => boolean,
  { everyMs = 50 } = {},
): Promise<T> {
  for (;;) {
    const answer = await ask()
    if (isWanted(answer)) return answer
    await wait(everyMs)
  }
}
