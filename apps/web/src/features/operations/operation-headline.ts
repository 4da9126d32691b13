import type { Operation } from '@wheelhouse/contract'
import type { Text } from '../../i18n/text.ts'
import { localTime, zoneOf } from '../../lib/time.ts'
import { isNewNameSaid, leavesNewStopped, leavesStopped } from './deciding/decisions.ts'
import { outcomeSentence } from './state.ts'

/** What came of it, and how it leaves the component where it ended half-way. */
export function headline(text: Text, operation: Operation): string {
  const { state } = operation
  const isHalf = state === 'failed' || state === 'abandoned'
  return [
    outcomeSentence(text, operation),
    ...(isHalf ? [movedWords(text, operation), leftWords(text, operation)] : []),
  ]
    .filter((sentence) => sentence !== undefined)
    .reduce((one, two) => text('outcome.and', { one, two }))
}

function leftWords(text: Text, operation: Operation): string | undefined {
  if (leavesNewStopped(operation)) {
    const id = isNewNameSaid(operation) ? 'outcome.leaves-new.said' : 'outcome.leaves-new'
    return text(id, { name: operation.newName ?? '' })
  }
  return leavesStopped(operation) ? text('outcome.leaves-stopped') : undefined
}

/** A rewind that ended at its start has moved the checkpoint all the same. */
function movedWords(text: Text, { steps, input }: Operation): string | undefined {
  const isMoved = steps.some(
    ({ name, state }) => name === 'move-checkpoint' && state === 'succeeded',
  )
  const { checkpoint, checkpoints = {} } = input
  const all = checkpoint === undefined ? Object.values(checkpoints) : [checkpoint]
  const [only] = all
  if (!isMoved || only === undefined) return undefined
  if (all.every((one) => one === only)) return text('outcome.moved', { time: timeOf(only) })
  const times = Object.entries(checkpoints).map(([name, one]) =>
    text('pair', { label: name, value: timeOf(one) }),
  )
  return text('outcome.moved.several', { times: times.join(' · ') })
}

const timeOf = (seconds: number) => `${localTime(seconds * 1000)} ${zoneOf(seconds * 1000)}`
