import { connectorCalls, writerCalls, type CmCall } from '@wheelhouse/cm-client'
import type { Component } from '@wheelhouse/contract'
import { Problem } from '../../../problem.ts'
import { around } from './around.ts'
import { commandsFor, newName } from './commands.ts'
import { planned, type Plan, type PlanContext } from './plan.ts'

/**
 * Vendor page, 迁移 Light-Connector (a GET that changes the world), 迁移 Writer: what is started afterwards is
 * the name that the migration answers. `force` is for a dead host, which can't be asked to stop anything.
 */
export const migrate: Plan<'migrate'> = (context) => {
  const { component, input, isKnownHost } = context
  const { host, force = false } = input
  checkHost(context)
  const commands = commandsFor(component)
  const step = { name: 'migrate', call: migrationOf(component, host, force) } as const
  const start =
    (input.start ?? true) ? ({ name: 'start-new', call: commands.start(newName) } as const) : null
  const known = { name: 'host-known', holds: isKnownHost(host) ? 'yes' : 'unknown' } as const
  if (force)
    return planned({
      steps: [step, ...(start ? [start] : [])],
      preconditions: [known],
      warnings: ['may-write-twice', ...(start ? [] : (['stays-stopped'] as const))],
    })
  const frame = around({
    component,
    commands,
    stop: input.stop ?? component.active !== false,
    start,
    middle: [step],
  })
  return planned({ ...frame, preconditions: [...frame.preconditions, known] })
}

const migrationOf = ({ kind, name }: Component, host: string, force: boolean): CmCall =>
  kind === 'connector'
    ? connectorCalls.migrate(name, host)
    : writerCalls.migrate(name, host, force ? { force } : {})

function checkHost({ component, input: { host, force } }: PlanContext<'migrate'>) {
  const fault = !/^[0-9A-Za-z][0-9A-Za-z_.-]{0,252}$/u.test(host)
    ? 'not-a-host'
    : host === component.host
      ? 'same-host'
      : undefined
  if (fault)
    throw new Problem(
      'INVALID_INPUT',
      `${fault === 'same-host' ? 'it is already there' : 'a host is an address like 10.0.0.5, or a name'}; nothing was sent`,
      { field: 'body.input.host', fault },
    )
  if (force && component.kind !== 'writer')
    throw new Problem('INVALID_INPUT', 'only writers are migrated by force; nothing was sent', {
      field: 'body.input.force',
      fault: 'writers-only',
    })
}
