import { connectorCalls, writerCalls, type CmCall } from '@wheelhouse/cm-client'
import { aroundOf, hostFault, isAlive, type Component } from '@wheelhouse/contract'
import { invalidInput } from '../../../http/problem.ts'
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
  const byDefault = aroundOf('migrate', component)
  const step = { name: 'migrate', call: migrationOf(component, host, force) } as const
  const start =
    (input.start ?? byDefault.start)
      ? ({ name: 'start-new', call: commands.start(newName) } as const)
      : null
  const known = { name: 'host-known', holds: isKnownHost(host) ? 'yes' : 'unknown' } as const
  if (force)
    return planned({
      steps: [step, ...(start ? [start] : [])],
      preconditions: [{ name: 'host-is-down', holds: isHostDown(context) }, known],
      warnings: ['may-write-twice', ...(start ? [] : (['stays-stopped'] as const))],
    })
  const frame = around({
    component,
    commands,
    stop: input.stop ?? byDefault.stop,
    start,
    middle: [step],
  })
  return planned({ ...frame, preconditions: [...frame.preconditions, known] })
}

const migrationOf = ({ kind, name }: Component, host: string, force: boolean): CmCall =>
  kind === 'connector'
    ? connectorCalls.migrate(name, host)
    : writerCalls.migrate(name, host, force ? { force } : {})

function checkHost(context: PlanContext<'migrate'>) {
  const { component, input, bounds } = context
  const { host, force } = input
  const fault = hostFault(host, component.host)
  if (fault)
    throw invalidInput(
      'body.input.host',
      fault,
      fault === 'same-host'
        ? 'it is already there'
        : 'a host is an address like 10.0.0.5, or a name',
    )
  if (bounds.hosts.length > 0 && !bounds.hosts.includes(host))
    throw invalidInput(
      'body.input.host',
      'unknown-host',
      'the configuration lists the hosts of this cluster, and this is none of them',
    )
  if (force && isHostDown(context) === 'no')
    throw invalidInput(
      'body.input.force',
      'host-is-alive',
      'it was just seen at work: stop it, and migrate it without force',
    )
  if (force && component.kind !== 'writer')
    throw invalidInput('body.input.force', 'writers-only', 'only writers are migrated by force')
}

function isHostDown({
  component,
  nowMs,
}: Pick<PlanContext, 'component' | 'nowMs'>): 'yes' | 'no' | 'unknown' {
  if (isAlive(component, nowMs)) return 'no'
  // Stopped on a healthy host it looks the same: what else runs there, the dialog tells.
  return component.active === false ? 'yes' : 'unknown'
}
