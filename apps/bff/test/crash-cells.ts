import type { Operation, Step, StepName } from '@wheelhouse/contract'

/** The plans that are interrupted. */
export const crashPlans = {
  'rewind a connector': {
    kind: 'connector',
    operation: 'rewind',
    isForced: false,
    steps: ['stop', 'move-checkpoint', 'start-there'],
  },
  'rewind a writer': {
    kind: 'writer',
    operation: 'rewind',
    isForced: false,
    steps: ['stop', 'see-stopped', 'move-checkpoint', 'start-there'],
  },
  'migrate a connector': {
    kind: 'connector',
    operation: 'migrate',
    isForced: false,
    steps: ['stop', 'migrate', 'start-new'],
  },
  'migrate a writer': {
    kind: 'writer',
    operation: 'migrate',
    isForced: false,
    steps: ['stop', 'see-stopped', 'migrate', 'start-new'],
  },
  'migrate a writer from a dead host': {
    kind: 'writer',
    operation: 'migrate',
    isForced: true,
    steps: ['migrate', 'start-new'],
  },
} as const satisfies Record<string, CrashPlan>

export interface CrashPlan {
  kind: 'connector' | 'writer'
  operation: 'rewind' | 'migrate'
  /** From a host that is down. */
  isForced: boolean
  steps: readonly StepName[]
}

/** Where the process ends, in the order of a step's life. */
const boundaries = [
  'before-intent', // p0: nothing is on record
  'before-send', // p1: on record, and the call has not left; a check has not asked
  'before-reply', // p2: CM has done it, and its answer is out; a check is asking
  'before-outcome', // p3: the answer is here, and not on record
  'in-rename', // of a migration alone: the new name is written, and not committed
  'after-outcome', // p4: on record, the new name too, and nothing that follows is
] as const
export type Boundary = (typeof boundaries)[number]

/** One crash: a boundary of a step of a plan. */
export interface Cell {
  title: string
  plan: CrashPlan
  position: number
  step: StepName
  boundary: Boundary
}

export const cells: readonly Cell[] = Object.entries(crashPlans).flatMap(([name, plan]) =>
  plan.steps.flatMap((step, position) =>
    boundaries
      .filter((boundary) => step === 'migrate' || boundary !== 'in-rename')
      .map((boundary) => ({
        title: `${name}, step ${position + 1} (${step}), ${boundary}`,
        plan,
        position,
        step,
        boundary,
      })),
  ),
)

/** What can honestly be said of an operation whose process was killed there. */
export interface Truth {
  state: Operation['state']
  steps: readonly Step['state'][]
  /** The step that needs somebody, and why; `null` where all of them were accepted. */
  stuck: { position: number; failure: 'INTERRUPTED' | 'PROCESS_ENDED' } | null
  /** CM has done the uncertain step, and the readings of a writer prove it. */
  isProvable: boolean
}

export function truthOf(cell: Cell): Truth {
  const { plan, position, step, boundary } = cell
  const isRecorded = boundary === 'after-outcome'
  const at = isRecorded ? position + 1 : position
  if (at === plan.steps.length)
    return {
      state: 'succeeded',
      steps: plan.steps.map(() => 'succeeded'),
      stuck: null,
      isProvable: false,
    }
  const isOut = step !== 'see-stopped' && !isRecorded && boundary !== 'before-intent'
  const told = isOut ? 'uncertain' : 'refused'
  return {
    state: isOut ? 'uncertain' : 'failed',
    steps: plan.steps.map((_, of) => (of < at ? 'succeeded' : of === at ? told : 'pending')),
    stuck: { position: at, failure: isOut ? 'PROCESS_ENDED' : 'INTERRUPTED' },
    // That somebody migrated it, no reading of the old name tells.
    isProvable: isOut && boundary !== 'before-send' && plan.kind === 'writer' && step !== 'migrate',
  }
}

/** Whether CM has carried the step out by then. */
export const isDoneAt = ({ step, boundary }: Cell): boolean =>
  step !== 'see-stopped' && boundary !== 'before-intent' && boundary !== 'before-send'

/** What each write of a plan does to the world, in their order. */
export const effectsOf = ({ steps }: CrashPlan): EffectKind[] =>
  steps.flatMap((step) => effects[step] ?? [])

type EffectKind = 'stopped' | 'updated' | 'migrated' | 'started'

const effects: Partial<Record<StepName, EffectKind>> = {
  stop: 'stopped',
  'move-checkpoint': 'updated',
  migrate: 'migrated',
  'start-there': 'started',
  'start-new': 'started',
}
