import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import type { ScenarioName } from './scenarios.ts'

/** A simulated CM in a process of its own; everything is said to it over HTTP. */
export interface Simulator {
  url: string
  port: number
  /** Asks a control route, `/_sim/<path>`; throws with its answer where it refuses. */
  control: (method: string, path: string, body?: unknown) => Promise<unknown>
  /** The writes that reached it, the oldest first; only those for a component where one is named. */
  writes: (name?: string) => Promise<ReceivedWrite[]>
  /** Ends it at once, as a crash would. */
  end: () => Promise<void>
}

export interface ReceivedWrite {
  /** Epoch milliseconds, by the simulator's clock. */
  at: number
  method: string
  path: string
  /** The form's fields. */
  body: Record<string, string>
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
  const url = await new Promise<string>((resolve, reject) => {
    child.once('message', (message: { listening: string }) => resolve(message.listening)) // main.ts says just this
    child.once('error', reject)
    child.once('exit', (code) =>
      reject(new Error(`the simulator ended with ${code} before it listened`)),
    )
  })

  const control: Simulator['control'] = async (method, path, body) => {
    const answer = await fetch(`${url}/_sim/${path}`, {
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
        ({ method, body }) =>
          method === 'POST' && (name === undefined || body['applierName'] === name),
      )
    },
    end: async () => {
      if (child.exitCode !== null || child.signalCode !== null) return
      child.kill('SIGKILL')
      await once(child, 'exit')
    },
  }
}
