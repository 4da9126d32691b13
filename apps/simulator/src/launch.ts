import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import type { SimulatedPast, SimulatedWorld } from './control/views.ts'
import type { Effect } from './effects.ts'
import type { ScenarioName } from './scenarios.ts'

export type { Effect, SimulatedPast, SimulatedWorld }

/** A simulated CM in a process of its own; everything is said to it over HTTP. */
export interface Simulator {
  url: string
  port: number
  /** Asks a control route, `/_sim/<path>`, while CM's port is shut too; throws with its answer where it refuses. */
  control: (method: string, path: string, body?: unknown) => Promise<unknown>
  /** The writes that reached it, the oldest first; only those for a component where one is named. */
  writes: (name?: string) => Promise<ReceivedWrite[]>
  /** What they did, the oldest first; only what was done to a component where one is named. */
  effects: (name?: string) => Promise<Effect[]>
  world: () => Promise<SimulatedWorld>
  /** What its writers may have lived through in the last hours. */
  past: (hours: number) => Promise<SimulatedPast>
  /** Ends it at once, as a crash would. */
  end: () => Promise<void>
}

/** A call that may change the world: every one but `GET /JDBCWriter/detail`. */
export interface ReceivedWrite {
  /** The number that effects refer to. */
  n: number
  /** Epoch milliseconds, by the simulator's clock. */
  at: number
  method: string
  path: string
  query: Record<string, string>
  /** The form's fields; `null` without a body. */
  body: Record<string, string> | null
}

interface Listening {
  listening: string
  control: string
}

interface Launch {
  scenario?: ScenarioName
  /** 0 takes a free one. */
  port?: number
}

/**
 * Starts a simulator that ends when this process does, however that ends. Rejects where it could not
 * start; its own sentence about why is on stderr.
 */
export async function launchSimulator({
  scenario = 'empty',
  port = 0,
}: Launch = {}): Promise<Simulator> {
  const child = spawn(process.execPath, [join(import.meta.dirname, 'main.ts')], {
    // Nothing of the product's own surroundings: a setting of theirs is no setting of CM's.
    env: { PORT: String(port), SCENARIO: scenario },
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  })
  const { listening: url, control: controlUrl } = await new Promise<Listening>(
    (resolve, reject) => {
      child.once('message', (message: Listening) => resolve(message)) // main.ts says just this
      child.once('error', reject)
      child.once('exit', (code) =>
        reject(new Error(`the simulator ended with ${code} before it listened`)),
      )
    },
  )

  const control: Simulator['control'] = async (method, path, body) => {
    const answer = await fetch(`${controlUrl}/_sim/${path}`, {
      method,
      ...(body !== undefined && { body: JSON.stringify(body) }),
    })
    if (!answer.ok)
      throw new Error(`${method} /_sim/${path}: ${answer.status} ${await answer.text()}`)
    return answer.status === 204 ? undefined : answer.json()
  }
  return {
    url,
    port: Number(new URL(url).port),
    control,
    writes: async (name) => {
      const { items } = (await control('GET', 'calls')) as { items: ReceivedWrite[] } // as its route answers
      return items.filter(
        (call) => isWrite(call) && (name === undefined || namesIn(call).includes(name)),
      )
    },
    effects: async (name) => {
      const { items } = (await control('GET', 'effects')) as { items: Effect[] } // as its route answers
      return items.filter((effect) => name === undefined || effect.name === name)
    },
    world: async () => (await control('GET', 'world')) as SimulatedWorld, // as its route answers
    past: async (hours) => {
      const { items } = (await control('GET', `past?hours=${hours}`)) as { items: SimulatedPast } // as its route answers
      return items
    },
    end: async () => {
      if (child.exitCode !== null || child.signalCode !== null) return
      child.kill('SIGKILL')
      await once(child, 'exit')
    },
  }
}

/** A GET may be a write: connectors are migrated so, and checkers can be commanded so. */
const isWrite = ({ method, path }: ReceivedWrite): boolean =>
  method === 'POST' || path === '/connector/task/migrate' || path.startsWith('/checker/')

const namesIn = ({ query, body }: ReceivedWrite): unknown[] =>
  ['applierName', 'taskName', 'task.id'].flatMap((key) => [query[key], body?.[key]])
