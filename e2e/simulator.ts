import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'

/** A simulated CM in a process of its own; everything is said to it over HTTP. */
export interface Simulator {
  url: string
  port: number
  control: (method: string, path: string, body?: unknown) => Promise<unknown>
  /** The writes that reached it for a component. */
  writesFor: (name: string) => Promise<string[]>
  /** When the first write for a component arrived, epoch milliseconds. */
  writeArrivedAt: (name: string) => Promise<number | undefined>
  end: () => Promise<void>
}

interface Received {
  items: { at: number; method: string; path: string; body: Record<string, string> | null }[]
}

export async function startSimulator({ scenario = 'empty', port = 0 } = {}): Promise<Simulator> {
  const child = spawn(
    process.execPath,
    [join(import.meta.dirname, '../apps/simulator/src/main.ts')],
    {
      env: { ...process.env, PORT: String(port), SCENARIO: scenario },
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    },
  )
  // The simulator's first word; were there none, its own sentence stands on stderr.
  const [{ listening: url }] = (await once(child, 'message')) as [{ listening: string }]
  const control = async (method: string, path: string, body?: unknown): Promise<unknown> => {
    const answer = await fetch(`${url}/_sim/${path}`, {
      method,
      ...(body !== undefined && { body: JSON.stringify(body) }),
    })
    if (!answer.ok) throw new Error(`${method} /_sim/${path}: ${await answer.text()}`)
    return answer.status === 204 ? undefined : answer.json()
  }
  const writes = async (name: string) => {
    const { items } = (await control('GET', 'calls')) as Received // as the simulator documents
    return items.filter(({ method, body }) => method === 'POST' && body?.['applierName'] === name)
  }
  return {
    url,
    port: Number(new URL(url).port),
    control,
    writesFor: async (name) => (await writes(name)).map(({ path }) => path),
    writeArrivedAt: async (name) => (await writes(name))[0]?.at,
    end: async () => {
      if (child.exitCode !== null || child.signalCode !== null) return
      child.kill('SIGKILL')
      await once(child, 'exit')
    },
  }
}
