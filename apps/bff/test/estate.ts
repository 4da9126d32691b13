import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import type { ComponentKind, Operation, ProblemBody } from '@wheelhouse/contract'
import type { Simulator } from '@wheelhouse/simulator'
import { until, type Product } from './product.ts'

/** A component in the simulated world. */
export interface Resident {
  kind: ComponentKind
  /** A checker's is its `task.id`. */
  name: string
  running?: boolean
}

/** Where migrations may go: a host on which nothing stands yet. */
export const elsewhere = '10.0.9.9'

/** Puts a component into the simulated world, on the host that its name begins with. */
export async function settle(
  { control }: Simulator,
  { kind, name, running = true }: Resident,
): Promise<void> {
  switch (kind) {
    case 'writer':
      await control('POST', 'writers', { name, lagSeconds: 5, ...(!running && stopped) })
      return
    case 'connector':
      await control('POST', 'connectors', { name, running })
      return
    case 'checker':
      await control('POST', 'checkers', { taskId: name, type: 'migrate', running })
      return
    default:
      kind satisfies never
  }
}

const stopped = { status: 'stopped', active: false }

/** Puts a component into the world, tracks it, and waits until it has been read, where it can be. */
export async function tracked(
  { product, simulator }: { product: Product; simulator: Simulator },
  resident: Resident,
): Promise<string> {
  await settle(simulator, resident)
  const [id = ''] = await product.trackKind(resident.kind, resident.name)
  await untilRead(product, { id, kind: resident.kind })
  return id
}

export async function untilRead(
  product: Product,
  { id, kind }: { id: string; kind: ComponentKind },
): Promise<void> {
  if (kind !== 'writer') return
  await until(
    () => product.component(id),
    ({ observedAt }) => observedAt !== null,
  )
}

/** The operation when nothing more is to be waited for: it has failed, or its effect was seen or given up. */
export const settled = (product: Product, { id }: Pick<Operation, 'id'>): Promise<Operation> =>
  until(
    () => product.operation(id),
    ({ state, verification }) => state === 'failed' || verification !== 'pending',
    60_000,
  )

/** The operation when it is no longer under way. */
export const paused = (product: Product, { id }: Pick<Operation, 'id'>): Promise<Operation> =>
  until(
    () => product.operation(id),
    ({ state }) => state !== 'queued' && state !== 'running',
    60_000,
  )

/** What `pnpm audit:verify` says of a data folder, and how many records it has followed. */
export async function auditSays(dataDir: string): Promise<{ says: string; records: number }> {
  const script = join(import.meta.dirname, '../src/verify-audit.ts')
  const child = spawn(process.execPath, [script, '--data-dir', dataDir], { stdio: 'pipe' })
  const [out, err] = await Promise.all([text(child.stdout), text(child.stderr)])
  const says = (out + err).trim()
  return { says, records: Number(/(\d+) records/u.exec(says)?.[1] ?? 0) }
}

/** What a person decides about an operation that waits, as its answer comes back. */
export const decide = (
  product: Product,
  { id }: Pick<Operation, 'id'>,
  as: 'retry' | 'settle' | 'abandon',
  body: object,
) => product.send<Operation & ProblemBody>('POST', `/api/v1/operations/${id}/${as}`, { body })

export const statesOf = ({ steps }: Operation) => steps.map(({ state }) => state)
