import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'

/** A simulated CM in its own process, steered over HTTP: the product's tests share no code with it. */
export interface Simulator {
  url: string
  port: number
  control: (method: string, path: string, body?: unknown) => Promise<unknown>
  /** The calls that reached it, reads left out. */
  writes: () => Promise<Call[]>
  end: () => Promise<void>
}

interface Call {
  method: string
  path: string
  /** The form's fields. */
  body: Record<string, string>
}

interface Received {
  items: Call[]
}

export async function startSimulator({ scenario = 'empty', port = 0 } = {}): Promise<Simulator> {
  const main = join(import.meta.dirname, '../../simulator/src/main.ts')
  const child = spawn(process.execPath, [main], {
    env: { ...process.env, PORT: String(port), SCENARIO: scenario },
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  })
  // The simulator's own first word; a crash would end the test by its message on stderr.
  const [{ listening: url }] = (await once(child, 'message')) as [{ listening: string }]
  const control = async (method: string, path: string, body?: unknown): Promise<unknown> => {
    const answer = await fetch(`${url}/_sim/${path}`, {
      method,
      ...(body !== undefined && {
        body: JSON.stringify(body),
        headers: { 'content-type': 'application/json' },
      }),
    })
    if (!answer.ok)
      throw new Error(`${method} /_sim/${path}: ${answer.status} ${await answer.text()}`)
    return answer.headers.get('content-type')?.includes('json') ? answer.json() : undefined
  }
  return {
    url,
    port: Number(new URL(url).port),
    control,
    writes: async () => {
      const { items } = (await control('GET', 'calls')) as Received
      return items.filter(({ method }) => method === 'POST')
    },
    end: async () => {
      if (child.exitCode !== null || child.signalCode !== null) return
      child.kill('SIGKILL')
      await once(child, 'exit')
    },
  }
}
