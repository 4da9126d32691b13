import type { Component } from '@wheelhouse/contract'
import type { Simulator } from '@wheelhouse/simulator'
import { settle } from './estate.ts'
import { applies, cells, type Cell, type WriteRow } from './fault-rows.ts'
import { until, type Product } from './product.ts'

/** Puts a component for each cell into the world and tracks it. */
export async function inhabit(
  stage: { simulator: Simulator; product: Product },
  all: readonly Cell[],
): Promise<[Cell, string][]> {
  const wanted = all.filter(applies)
  for (const cell of wanted) await settle(stage.simulator, { ...cell.write, name: nameOf(cell) })
  const residents: [Cell, string][] = []
  for (const kind of ['writer', 'connector', 'checker'] as const) {
    const own = wanted.filter(({ write }) => write.kind === kind)
    const known = await stage.product.trackKind(kind, ...own.map(nameOf))
    for (const [at, cell] of own.entries()) residents.push([cell, known[at] ?? ''])
  }
  await until(
    () => stage.product.get<{ items: Component[] }>('/components?kind=writer'),
    ({ items }) => items.every(({ observedAt }) => observedAt !== null),
  )
  return residents
}

export function nameOf(cell: Cell): string {
  const number = cells.indexOf(cell)
  if (cell.write.kind === 'checker') return `${50_000 + number}`
  const subtopic = `${cell.write.kind === 'connector' ? 'connector:' : ''}p_cell${number}-000-0`
  return `10.0.5.${number % 200}-9000:${subtopic}:0000000001`
}

/** Asks for the operation that sends the cell's call. */
export const ordered = (where: Product, { operation, input, reason }: WriteRow, id: string) =>
  where.operate(id, operation, {
    ...(input && { input }),
    ...(reason !== undefined && { reason }),
  })
