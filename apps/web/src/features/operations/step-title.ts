import { parseName } from '@wheelhouse/contract'
import type { Operation, Step } from '@wheelhouse/contract'
import type { Text } from '../../i18n/text.ts'

/** `Stop the Writer`, `停止 Writer`. */
export const stepTitle = (text: Text, { name }: Pick<Step, 'name'>, operation: Operation): string =>
  text(`step-name.${name}`, { kind: operation.component.kind })

/** Which component a step is about: after a migration that is another name than the one that was asked for. */
export function targetOf({ name }: Step, { component, newName, input }: Operation) {
  const target = name === 'start-new' && newName !== null ? newName : component.name
  const host = name === 'migrate' ? input.host : parseName(target)?.host
  return { name: target, identity: parseName(target)?.identity ?? target, host }
}

/** What to look at to learn whether it happened; where the vendor's documents name a place, that one (cm-api.md §2). */
export function lookSentence(text: Text, step: Step, operation: Operation): string {
  const { name, identity, host } = targetOf(step, operation)
  return text(`look.${step.name}`, {
    kind: operation.component.kind,
    name,
    identity,
    host: host ?? text('look.its-host'),
  })
}

/** What sending it a second time may do. */
export const againSentence = (text: Text, step: Step, operation: Operation): string =>
  text(`again.${step.name}`, { kind: operation.component.kind })
