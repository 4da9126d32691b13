import type { Component, Operation, Step } from '@wheelhouse/contract'
import type { Text } from '../../../i18n/text.ts'
import { rejectionWords } from '../../../i18n/failure-words.ts'
import { agoWords } from '../../../i18n/words.ts'

interface Evidence {
  /** `against`: it has probably not happened. `for`: CM's words may mean that it has. */
  readonly speaks: 'against' | 'for'
  readonly sentence: string
}

interface Seen {
  readonly component: Component
  readonly nowMs: number
}

/**
 * What the newest reading of a component says of a step that somebody is to decide on. Only a reading
 * that was asked for after the step began can say anything.
 */
export function evidenceOf(
  text: Text,
  { step, operation }: { readonly step: Step; readonly operation: Operation },
  { component, nowMs }: Seen,
): Evidence | undefined {
  const { name, startedAt, state, effect } = step
  // What CM refused it has not done; there is nothing to weigh.
  if (startedAt === null || (state !== 'uncertain' && effect === 'write')) return undefined
  const { active, askedAt, observedAt, failure } = component
  const ago = (at: string) => agoWords(text, Date.parse(at), nowMs)
  const isAfter = (at: string) => Date.parse(at) > Date.parse(startedAt)

  if ((name === 'migrate' || name === 'delete') && failure && isAfter(failure.at)) {
    const words = failure.code === 'REJECTED' ? rejectionWords(failure) : undefined
    if (words === undefined) return undefined
    const what = text('outcome.what', { kind: operation.kind })
    return {
      speaks: 'for',
      sentence: text('evidence.unknown-name', { ago: ago(failure.at), words, what }),
    }
  }
  if (failure || observedAt === null || askedAt === null || !isAfter(askedAt)) return undefined
  const id = contradiction(name, active)
  return id && { speaks: 'against', sentence: text(id, { ago: ago(observedAt) }) }
}

function contradiction(name: Step['name'], active: boolean | null) {
  if (name === 'delete') return 'evidence.answers'
  if ((name === 'stop' || name === 'see-stopped') && active === true) return 'evidence.active'
  if (name.startsWith('start') && active === false) return 'evidence.inactive'
  return undefined
}
