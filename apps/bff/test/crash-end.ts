import type { Operation } from '@wheelhouse/contract'
import type { Simulator } from '@wheelhouse/simulator'
import { truthOf } from './crash-cells.ts'
import { get, post, waitFor, type Crashed } from './crash-stage.ts'
import { didHappen } from './crash-world.ts'

/** What a person decided on the way to the end. */
export type Decision = 'retried' | 'happened' | 'again'

/** Where an operation is to be found, and the world that it changes. */
export interface Stage {
  id: string
  url: string
  simulator: Simulator
}

/**
 * Brings an operation to its end as a person would: what was refused is retried; for what is uncertain
 * they look on the hosts, and then say that it happened or send it once more.
 */
export async function bringToEnd(
  crashed: Crashed,
  { id, url, simulator }: Stage,
): Promise<{ operation: Operation; decisions: Decision[] }> {
  const decisions: Decision[] = []
  for (;;) {
    const operation = await rested(id, url)
    const step = operation.steps.findIndex(
      ({ state }) => state === 'refused' || state === 'uncertain',
    )
    const stuck = operation.steps[step]
    if (!stuck) return { operation, decisions }
    const tried = { step, attempt: stuck.attempt }
    const at = `/operations/${id}`
    if (stuck.state === 'refused') {
      await post(url, `${at}/retry`, tried)
      decisions.push('retried')
    } else if (await didHappen(stuck.name, crashed, simulator)) {
      await post(url, `${at}/settle`, {
        ...tried,
        as: 'happened',
        reason: 'looked on the host: it is done',
        ...(stuck.name === 'migrate' && { newName: crashed.newName }),
      })
      decisions.push('happened')
    } else {
      await post(url, `${at}/retry`, { ...tried, reason: 'looked on the host: it is not done' })
      decisions.push('again')
    }
  }
}

/** The operation once nothing goes on by itself any more. */
const rested = (id: string, url: string): Promise<Operation> =>
  waitFor(
    () => get<Operation>(url, `/operations/${id}`),
    ({ state }) => state !== 'queued' && state !== 'running',
  )

/** Waits until readings have proved the uncertain step, without anybody. */
export async function learnt({ cell }: Crashed, { id, url }: Pick<Stage, 'id' | 'url'>) {
  const position = truthOf(cell).stuck?.position ?? 0
  await waitFor(
    () => get<Operation>(url, `/operations/${id}`),
    ({ steps }) => steps[position]?.state === 'succeeded',
  )
}

/** How long CM is read before it is said that readings prove nothing: longer than a proof takes. */
const proofMs = 4_000

/** Waits until the component has been read for long enough to prove what can be proved. */
export async function readInVain({ name, newName }: Crashed, simulator: Simulator) {
  const sinceMs = Date.now()
  const reads = async () => {
    const { items } = (await simulator.control('GET', 'calls')) as { items: Call[] } // as its route answers
    return items.filter(
      ({ at, query: { writerName } }) =>
        at > sinceMs && (writerName === name || writerName === newName),
    )
  }
  const spanOf = (all: Call[]) => (all.at(-1)?.at ?? 0) - (all[0]?.at ?? 0)
  // Seldom: it is all the calls of all tests that the simulator tells.
  await waitFor(reads, (all) => spanOf(all) > proofMs, { everyMs: 1_000 })
}

interface Call {
  at: number
  query: { writerName?: string }
}
