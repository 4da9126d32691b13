import { fork } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'

/** How the bare CM of a bench answers `GET /JDBCWriter/detail`. */
export interface Manners {
  /** After so many milliseconds. */
  latencyMs?: number
  /** Having kept its one processor busy for so many milliseconds, for each call. */
  burnMs?: number
  /** This share of the names never answers. */
  hung?: number
  /** This share of the names answers 500. */
  failing?: number
}

/** What reached it since it was last asked to count anew. */
export interface Load {
  calls: number
  mostInFlight: number
  /** By writer's name. */
  byName: Record<string, number>
  /** When the first call came, and the first about the newest name; milliseconds of its own clock. */
  firstCallMs: number | null
  lastNewNameMs: number | null
}

/**
 * A CM that only answers details of writers, as cheaply as Node can, in a process of its own. Where a
 * bench wants a world that behaves, it takes the simulator; this one is for what the simulator's own cost
 * would blur.
 */
export async function startCm(manners: Manners = {}) {
  const child = fork(join(import.meta.dirname, 'cm-process.ts'), [JSON.stringify(manners)])
  const [{ port }] = (await once(child, 'message')) as [{ port: number }] // its first word
  const url = `http://127.0.0.1:${port}`
  return {
    url,
    pid: child.pid ?? 0,
    load: async () => (await (await fetch(`${url}/load`)).json()) as Load, // as it answers there
    countAnew: async () => void (await (await fetch(`${url}/count-anew`)).text()),
    end: async () => {
      child.kill('SIGKILL')
      await once(child, 'exit')
    },
  }
}

/** So many names of writers, spread over fifty hosts. */
export const writerNames = (count: number): string[] =>
  Array.from(
    { length: count },
    (_, at) =>
      `10.20.${Math.floor((at % 50) / 10)}.${(at % 10) + 1}-9000:p_${at.toString(36).padStart(8, '0')}_source-000-0:${String(at).padStart(10, '0')}`,
  )
