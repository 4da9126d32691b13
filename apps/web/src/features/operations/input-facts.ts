import type { Operation } from '@wheelhouse/contract'
import type { Text } from '../../i18n/text.ts'
import { localTime, utcTime, zoneOf } from '../../lib/time.ts'

interface InputFact {
  readonly label: string
  readonly value: string
  readonly note?: string
  readonly isWide?: boolean
}

/** What an operation was asked for beside its kind, a fact each; changed keys have a table of their own. */
export function inputFacts(text: Text, { input, kind }: Pick<Operation, 'input' | 'kind'>) {
  const { host, force, checkpoint, checkpoints, taskType, resume, subtopicsRead, stop, start } =
    input
  const facts: (InputFact | undefined)[] = [
    host === undefined ? undefined : { label: text('input.host'), value: host },
    force ? { label: text('input.force'), value: text('input.force.yes') } : undefined,
    checkpoint === undefined ? undefined : positionFact(text('input.checkpoint'), checkpoint),
    ...Object.entries(checkpoints ?? {}).map(([subtopic, seconds]) =>
      positionFact(text('input.checkpoint.of', { subtopic }), seconds),
    ),
    subtopicsRead
      ? { label: text('input.subtopics-read'), value: text('input.subtopics-read.yes') }
      : undefined,
    taskType === undefined
      ? undefined
      : { label: text('input.task-type'), value: text(`input.task-type.${taskType}`) },
    resume === undefined
      ? undefined
      : {
          label: text('input.resume'),
          value: text(resume ? 'input.resume.yes' : 'input.resume.no'),
        },
    stop === false && kind !== 'stop'
      ? { label: text('input.stop'), value: text('input.stop.no') }
      : undefined,
    start === false && kind !== 'start'
      ? { label: text('input.start'), value: text('input.start.no') }
      : undefined,
  ]
  return facts.filter((fact) => fact !== undefined)
}

/** The same moment three ways: an operator compares with what the runbook says in epoch seconds. */
function positionFact(label: string, seconds: number): InputFact {
  const ms = seconds * 1000
  return {
    label,
    value: `${localTime(ms)} ${zoneOf(ms)}`,
    note: `${utcTime(ms)} · epoch ${seconds}`,
    isWide: true,
  }
}
