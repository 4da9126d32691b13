import type { AuditRecord, Component, Operation } from '@wheelhouse/contract'
import { expect } from 'vitest'
import { effectsOf, truthOf } from './crash-cells.ts'
import type { Stage } from './crash-end.ts'
import { unannounced, verifyTrail } from './crash-record.ts'
import { get, type Crashed } from './crash-stage.ts'
import { effectsOn } from './crash-subject.ts'
import { lookFor } from './crash-world.ts'

/** What is said after the crash is what can honestly be said, and so it stands on record. */
export async function expectTruth(crashed: Crashed, { id, url }: Stage) {
  const { cell, component, name, newName } = crashed
  const { plan, position } = cell
  const { state, steps, stuck, isProvable } = truthOf(cell)
  if (stuck)
    expect(await trailOf(id, url)).toContainEqual(
      expect.objectContaining({
        kind: 'step.outcome',
        step: stuck.position,
        body: expect.objectContaining({
          state: steps[stuck.position],
          reply: expect.objectContaining({ failure: stuck.failure }),
        }),
      }),
    )
  const told = await get<Operation>(url, `/operations/${id}`)
  if (isProvable) expect(told.steps[position]).toMatchObject({ state: 'succeeded', decision: null })
  else
    expect({ state: told.state, steps: told.steps.map((one) => one.state) }).toEqual({
      state,
      steps,
    })
  const isMoved = steps[plan.steps.indexOf('migrate')] === 'succeeded'
  expect((await get<Component>(url, `/components/${component}`)).name).toBe(
    isMoved ? newName : name,
  )
}

/** The world is as the operation was to make it, and Wheelhouse follows. */
export async function expectGoal(crashed: Crashed, { url, simulator }: Stage) {
  const { cell, component, name, newName, target } = crashed
  const [old, moved] = await Promise.all([
    lookFor(name, crashed, simulator),
    lookFor(newName, crashed, simulator),
  ])
  const told = await get<Component>(url, `/components/${component}`)
  if (cell.plan.operation === 'migrate') {
    expect([old, moved?.isRunning]).toEqual([undefined, true])
    expect(told).toMatchObject({ name: newName, formerNames: [name] })
    return
  }
  expect([old?.isRunning, moved]).toEqual([true, undefined])
  expect(told).toMatchObject({ name, formerNames: [] })
  // It has gone on since, and not far.
  expect(old?.checkpoint).toBeGreaterThanOrEqual(target)
  expect(old?.checkpoint).toBeLessThan(target + 2_000)
}

/** Each effect once, in the order of the plan, by one call, which the audit trail announced. */
export async function expectOnce(
  crashed: Crashed,
  operation: Operation,
  { id, url, simulator }: Stage,
) {
  const effects = await effectsOn(crashed, simulator)
  expect(effects.map(({ kind }) => kind)).toEqual(effectsOf(crashed.cell.plan))
  const calls = await Promise.all(
    [crashed.name, crashed.newName].map((name) => simulator.writes(name)),
  )
  expect(calls.flat()).toHaveLength(effects.length)

  const trail = await trailOf(id, url)
  expect(unannounced(effects, operation, trail)).toEqual([])
  expect(trail.filter(({ kind }) => kind === 'operation.asked')).toHaveLength(1)
  expect(await verifyTrail(crashed.dataDir)).toMatchObject({ broken: null })
}

async function trailOf(id: string, url: string): Promise<AuditRecord[]> {
  const { items } = await get<{ items: AuditRecord[] }>(url, `/audit?operation=${id}&limit=500`)
  return items
}
