import {
  aroundOf,
  checkpointFault,
  longestConfigBytes,
  mostSubtopics,
  guessSubtopic,
  rewindOf,
  subtopicFault,
  windowSeconds,
  type PlanWarning,
  type Precondition,
} from '@wheelhouse/contract'
import { invalidInput } from '../../../http/problem.ts'
import { around } from './around.ts'
import { commandsFor } from './commands.ts'
import { changesOf } from './configure.ts'
import { planned, type Plan, type PlanContext } from './plan.ts'

type Context = PlanContext<'rewind'>

/**
 * Vendor page, 回拉 Light-Connector; of a writer documented as a parameter only (cm-api.md §5.3), so off
 * unless the cluster's configuration allows it.
 */
export const rewind: Plan<'rewind'> = (context) => {
  const { component, input, config } = context
  const set = component.kind === 'writer' ? writerPosition(context) : connectorPositions(context)
  const commands = commandsFor(component)
  const byDefault = aroundOf('rewind', component)
  const frame = around({
    component,
    commands,
    stop: input.stop ?? byDefault.stop,
    start:
      (input.start ?? byDefault.start)
        ? { name: 'start-there', call: commands.startThere() }
        : null,
    middle: [{ name: 'move-checkpoint', call: commands.update(set) }],
  })
  return planned({
    ...frame,
    // A subtopic's name may spell a secret word, and holds none.
    changes: changesOf(set, config, { isSecret: () => false }),
    preconditions: [...frame.preconditions, ...preconditionsOf(context)],
    warnings: [...warningsOf(context), ...frame.warnings],
  })
}

function writerPosition({ input, nowMs }: Context): Record<string, string> {
  if (input.checkpoint === undefined || input.checkpoints)
    throw invalidInput(
      'body.input.checkpoint',
      'missing',
      'a writer has one position: checkpoint, in epoch seconds',
    )
  checkPosition('body.input.checkpoint', input.checkpoint, nowMs)
  return { 'JDBCWriter.timestamp': String(input.checkpoint) }
}

/** `source.checkpoint={"<subtopic>":"<epoch seconds>"}`, seconds as text (cm-api.md §4.2). */
function connectorPositions({ input, subtopics, nowMs }: Context): Record<string, string> {
  const positions = Object.entries(input.checkpoints ?? {})
  if (positions.length === 0 || input.checkpoint !== undefined)
    throw invalidInput(
      'body.input.checkpoints',
      'missing',
      'a connector has a position for each subtopic: checkpoints, in epoch seconds',
    )
  const text = JSON.stringify(Object.fromEntries(positions.map(([key, at]) => [key, String(at)])))
  if (positions.length > mostSubtopics || Buffer.byteLength(text) > longestConfigBytes)
    throw invalidInput(
      'body.input.checkpoints',
      'too-many',
      `at most ${mostSubtopics} subtopics at once, and ${longestConfigBytes} bytes of them`,
    )
  for (const [subtopic, seconds] of positions) {
    const field = `body.input.checkpoints.${subtopic}`
    const fault = subtopicFault(subtopic)
    if (fault)
      throw invalidInput(
        'body.input.checkpoints',
        `subtopic-${fault}`,
        `a subtopic is not written so: ${fault}`,
      )
    if (!subtopics.includes(subtopic) && input.subtopicsRead !== true)
      throw invalidInput(
        field,
        'unknown-subtopic',
        `${subtopic} is no subtopic that we know of it; where you have read it in its source.json, say subtopicsRead: true`,
      )
    checkPosition(field, seconds, nowMs)
  }
  return { 'source.checkpoint': text }
}

function checkPosition(field: string, seconds: number, nowMs: number) {
  const fault = checkpointFault(seconds, nowMs)
  if (fault)
    throw invalidInput(
      field,
      fault,
      `a checkpoint is a whole number of epoch seconds in the past: ${fault}`,
    )
}

const positionsOf = ({ input }: Context): number[] =>
  input.checkpoint === undefined ? Object.values(input.checkpoints ?? {}) : [input.checkpoint]

function warningsOf(context: Context): PlanWarning[] {
  const warnings = new Set<PlanWarning>()
  for (const toSeconds of positionsOf(context)) {
    const { direction, warnings: told } = rewindOf({
      toSeconds,
      currentSeconds: context.component.checkpoint,
      nowMs: context.nowMs,
    })
    if (direction === 'unknown') warnings.add('position-unknown')
    if (direction === 'unknown' || direction === 'back') warnings.add('replays')
    for (const warning of told) warnings.add(warning)
  }
  return [...warnings]
}

function preconditionsOf(context: Context): Precondition[] {
  const { component, subtopics, input, nowMs } = context
  const oldest = Math.min(...positionsOf(context))
  const { ageSeconds } = rewindOf({ toSeconds: oldest, currentSeconds: null, nowMs })
  const reaches: Precondition = {
    name: 'store-reaches-back',
    holds: ageSeconds > windowSeconds.synchronization ? 'unknown' : 'yes',
  }
  if (component.kind === 'writer') return [reaches]
  // What is only guessed from its name, nobody has seen CM accept.
  const guess = guessSubtopic(component.name, component.kind)
  const isKnown = Object.keys(input.checkpoints ?? {}).every(
    (it) => it !== guess && subtopics.includes(it),
  )
  return [{ name: 'subtopic-known', holds: isKnown ? 'yes' : 'unknown' }, reaches]
}
