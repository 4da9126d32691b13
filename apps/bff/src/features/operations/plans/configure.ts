import {
  aroundOf,
  catalogued,
  configFaultsOf,
  type Addresses,
  type Change,
  type Component,
  type ComponentKind,
} from '@wheelhouse/contract'
import { invalidInput } from '../../../http/problem.ts'
import { isSecretChange } from '../secret-change.ts'
import { around, observability } from './around.ts'
import { commandsFor } from './commands.ts'
import { planned, type Plan, type PlanContext } from './plan.ts'

/**
 * Vendor page, 更新 Light-Connector, 修改 Writer 配置, 更新 Checker: only the keys that change are sent. A
 * connector or writer is stopped before and started after; a checker can be updated as it is.
 */
export const configure: Plan<'configure'> = ({ component, input, config, bounds }) => {
  const { set } = input
  checkSettings(component, set, { config, hosts: bounds.addressHosts })
  const commands = commandsFor(component, input)
  const hidden = Object.keys(set).filter((key) => isSecretChange(key, set[key] ?? ''))
  const variableOf = (key: string) => `SECRET_${hidden.indexOf(key) + 1}`
  const settings = Object.entries(set).map(([key, value]) => [
    key,
    hidden.includes(key) ? { variable: variableOf(key) } : value,
  ])
  const update = { name: 'update', call: commands.update(Object.fromEntries(settings)) } as const
  const isDangerous = Object.keys(set).some((key) => isDangerousKey(component.kind, key))
  const common = {
    changes: changesOf(set, config, { isSecret: isSecretChange }),
    secrets: Object.fromEntries(hidden.map((key) => [variableOf(key), set[key] ?? ''])),
  }
  const dangers = isDangerous ? (['dangerous-key'] as const) : []
  if (component.kind === 'checker' && input.stop !== true)
    return planned({
      ...common,
      steps: [update, ...(input.start ? [{ name: 'start', call: commands.start() } as const] : [])],
      warnings: [...dangers, ...observability(component)],
    })
  const byDefault = aroundOf('configure', component)
  const frame = around({
    component,
    commands,
    stop: input.stop ?? byDefault.stop,
    start: (input.start ?? byDefault.start) ? { name: 'start', call: commands.start() } : null,
    middle: [update],
  })
  return planned({ ...common, ...frame, warnings: [...dangers, ...frame.warnings] })
}

/** An address that leads elsewhere is one, whatever the catalogue says of it. */
const isDangerousKey = (kind: ComponentKind, name: string): boolean => {
  const key = catalogued(kind, name)
  return key?.danger !== undefined || key?.locked === 'address'
}

function checkSettings(
  { kind }: Component,
  set: Readonly<Record<string, string>>,
  addresses: Addresses,
) {
  const found = configFaultsOf(kind, set, { addresses })
  if (!found) return
  const { key, fault } = found
  throw invalidInput(
    key === null ? 'body.input.set' : `body.input.set.${key}`,
    fault,
    `${key ?? 'the changes'}: ${fault}`,
  )
}

export const changesOf = (
  set: Readonly<Record<string, string>>,
  config: PlanContext['config'],
  { isSecret }: { isSecret: (key: string, value: string) => boolean },
): Change[] =>
  Object.entries(set).map(([key, after]) => {
    const secret = isSecret(key, after)
    return {
      key,
      before: secret ? null : (config.get(key) ?? null),
      after: secret ? null : after,
      secret,
    }
  })
