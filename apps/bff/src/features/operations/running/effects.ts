import type { Change, Step } from '@wheelhouse/contract'
import { configOf, type Reading } from '../../observations/reading.ts'
import type { Before, StoredOperation } from '../record/stored-operation.ts'

/** `uncertain`: CM did not say yes, so a reading must show that somebody did it, not only that it is so. */
type Outcome = 'accepted' | 'uncertain'

interface Evidence {
  before: Before
  /** The component was seen stopped by the operation itself, or is new and was never started. */
  wasStopped: boolean
  changes: readonly Change[]
  outcome: Outcome
}

type Shows = (reading: Reading, evidence: Evidence) => boolean

/** How the effect of each step is recognised in a reading that was asked for after it. */
const shows: Record<Step['name'], Shows> = {
  start: (reading, { before, wasStopped, outcome }) =>
    isRunning(reading) && (outcome === 'accepted' || wasStopped || before?.active === false),
  // A writer that is inactive under an unchanged word may have crashed: only where CM accepted our stop
  // of an active one does inactivity alone prove it. Another word beside it is a stop (DECISIONS 1).
  stop: ({ active, status }, { before, outcome }) =>
    active === false &&
    ((status !== null && before !== null && status !== before.status) ||
      (outcome === 'accepted' &&
        (before?.active === true || (status !== null && status !== 'running')))),
  'see-stopped': ({ active }) => active === false,
  update: isConfigured,
  'move-checkpoint': isConfigured,
  // A position that is documented as a parameter only counts as moved when it is seen elsewhere (cm-api.md §5.3).
  'start-there': (reading, { before, changes }) =>
    isRunning(reading) && isOnTheOtherSide(reading, before, targetOf(changes)),
  // What answers now answers under the new name; that somebody migrated it, no reading of the old one tells.
  migrate: (_reading, { outcome }) => outcome === 'accepted',
  'start-new': (reading) => isRunning(reading),
  delete: () => false,
}

const isRunning = ({ active, status }: Reading) =>
  active === true && (status === null || status === 'running')

function isConfigured(reading: Reading, { changes, outcome }: Evidence): boolean {
  const config = configOf(reading)
  const visible = changes.filter(({ secret }) => !secret)
  // What was so before tells nothing of what we did.
  const isTelling = outcome === 'accepted' || visible.some((it) => it.before !== it.after)
  return isTelling && visible.every((change) => isIn(config, change))
}

const isIn = (config: ReturnType<typeof configOf>, { key, after }: Change): boolean =>
  config.some((entry) => `JDBCWriter.${entry.key}` === key && entry.value?.trim() === after?.trim())

/** A writer's new position in epoch seconds. */
function targetOf(changes: readonly Change[]): number | null {
  const moved = changes.find(({ key }) => key === 'JDBCWriter.timestamp')?.after
  return moved === undefined || moved === null ? null : Number(moved)
}

/** Whether the checkpoint is beyond where it had got to: behind it, or ahead, as it was sent. */
function isOnTheOtherSide(
  { checkpointSeconds }: Reading,
  before: Before,
  target: number | null,
): boolean {
  const from = before?.checkpointSeconds ?? null
  if (checkpointSeconds === null || target === null || from === null) return false
  return target < from ? checkpointSeconds < from : checkpointSeconds >= target
}

/** Nearer to where it was sent than to where it had got to: a writer that merely comes back late is not. */
function isNearTarget(
  { checkpointSeconds }: Reading,
  before: Before,
  target: number | null,
): boolean {
  const from = before?.checkpointSeconds ?? null
  if (checkpointSeconds === null || target === null || from === null) return false
  return Math.abs(checkpointSeconds - target) <= Math.abs(checkpointSeconds - from)
}

/** What no reading can show in the end: a step that was left out, or values that are never told. */
export const isBeyondReading = ({
  steps,
  changes,
}: Pick<StoredOperation, 'steps' | 'changes'>): boolean =>
  steps.some(({ effect, state }) => effect === 'write' && state === 'skipped') ||
  (changes.length > 0 && changes.every(({ secret }) => secret))

/**
 * Whether a reading shows what a step of an operation was to do; of an accepted one, also what the
 * update before it was to do.
 */
export const showsEffect = (
  operation: Pick<StoredOperation, 'before' | 'changes' | 'steps'>,
  position: number,
  outcome: Outcome,
) => {
  const name = operation.steps[position]?.name ?? 'migrate'
  const wasStopped = operation.steps
    .slice(0, position)
    .some((step) => step.name === 'see-stopped' && step.state === 'succeeded')
  const { changes } = operation
  // What was seen too long before may have been changed by somebody else since.
  const before = outcome === 'uncertain' && operation.before?.isStale ? null : operation.before
  const isUpdated = operation.steps
    .slice(0, position)
    .some((step) => step.name === 'update' && step.state === 'succeeded')
  let wasNear = name !== 'start-there'
  return (reading: Reading | null): boolean => {
    // CM no longer knows it: that is what an accepted `clean` was to do. Beside that, silence shows nothing.
    if (reading === null) return name === 'delete' && outcome === 'accepted'
    const evidence = { before, changes, wasStopped, outcome }
    if (outcome === 'accepted' && isUpdated && !isConfigured(reading, evidence)) return false
    // It catches up from there: once is enough to have seen it near.
    wasNear ||= isNearTarget(reading, before, targetOf(changes))
    return wasNear && shows[name](reading, evidence)
  }
}
