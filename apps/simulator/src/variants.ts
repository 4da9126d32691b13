const milliseconds = { minimum: 0, maximum: 600_000 } as const

/**
 * What no public document says, as switches: the one table of them. The first value of each is
 * the default (a number's is its minimum). Each is an entry in `docs/assumptions.md`; the client
 * has to hold under all of them.
 */
export const variantValues = {
  /** The status word of a component after its stop; only `running` is documented. */
  statusAfterStop: ['stopped', 'running'],
  /** What a start of a running component, or a stop of a stopped one, is answered. */
  repeatedCommand: ['accepted', 'refused'],
  /** How every refusal is said: the old envelope at a status, the v2 one, or no JSON at all. */
  refusal: [
    'false-200',
    'false-400',
    'false-500',
    'v2',
    'html-400',
    'html-500',
    'empty-500',
    'text-400',
  ],
  /** The old name after a migration: unknown, or still read as `active: false`. */
  oldName: ['gone', 'stale'],
  /** Where `/applier/migrate` says the new name: `applier`, or `applier.name`. */
  applier: ['name', 'object'],
  /** Where `/connector/task/migrate` says it: a field, `task.name`, or a sentence in `message`. */
  connectorName: ['result', 'connector', 'taskName', 'task-object', 'message'],
  /** The sequence of a new name: one more, or the first of the next block of a million. */
  sequence: ['next', 'jump'],
  /** A cleaned writer's name, as `oldName`. */
  afterClean: ['gone', 'stale'],
  cleanWhileRunning: ['refused', 'accepted'],
  /** Whether a writer's next start takes the `JDBCWriter.timestamp` that was written. */
  timestampUpdate: ['taken', 'ignored'],
  /** Whether what ran on a host runs again when the host is back: twins, where names are stale. */
  comesBack: [true, false],
  /** How long reads show a component running after its stop was accepted; simulated time. */
  stopTakesMs: milliseconds,
  /** How long CM waits for the agent of a host that is down, 60 s in the documents; real time. */
  agentWaitMs: milliseconds,
} as const

type Values = typeof variantValues

export type Variants = {
  -readonly [Name in keyof Values]: Values[Name] extends readonly (infer Value)[] ? Value : number
}

/** What the simulator believes until it is told otherwise. */
export const defaultVariants = Object.fromEntries(
  Object.entries(variantValues).map(([name, values]) => [
    name,
    'minimum' in values ? values.minimum : values[0],
  ]),
) as Readonly<Variants> // the table's own names and first values
