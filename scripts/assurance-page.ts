import type { Goal, Suite } from '../apps/bff/test/assurance-suites.ts'
import type { AssuranceLine } from '../apps/bff/test/assure.ts'

/** What nobody should read into the figures. */
const notPromised = [
  '**Not exactly once.** Wheelhouse sends a write once and never again by itself. A Cluster Manager takes no request id, so whether a call whose answer was lost took effect can only be seen afterwards, or not at all; then a person is asked.',
  '**Nothing about who goes around it.** A Cluster Manager has no sign-in of its own. Whoever reaches its port can do everything; only a network that lets nobody but Wheelhouse through keeps them out.',
  '**No end to late effects.** A call that timed out may still take effect minutes later. Until a reading shows something, its operation stays open and says so.',
  '**No proof of what cannot be read.** Connectors and checkers have no documented status read, and hidden values come back as `***`. That a Cluster Manager said yes is all that is known of them, and the operation says *accepted*, not *seen*.',
  '**The record proves tampering, it does not prevent it.** Whoever has the database can delete it; whoever has the master key too can write another one. What was already said in the log (the anchors) they would have to change as well.',
  '**These are tests.** They show that what was tried did not go wrong, against a simulated Cluster Manager that behaves as documented and worse. They are no audit by somebody else.',
]

interface Page {
  text: string
  /** What is missing or not as it should be, one sentence each. */
  faults: string[]
}

/** The page, and what is wrong with what it is made of. */
export function assurancePage(
  suites: Readonly<Record<string, Suite>>,
  lines: readonly AssuranceLine[],
): Page {
  const bySuite = new Map(lines.map((line) => [line.suite, line]))
  const faults = lines.flatMap(({ suite }) =>
    Object.hasOwn(suites, suite) ? [] : [`${suite} has no row in assurance-suites.ts`],
  )
  const rows = Object.entries(suites).map(([suite, row]) => {
    const line = bySuite.get(suite)
    if (!line) faults.push(`${suite} has put nothing down: run pnpm verify`)
    for (const missed of line ? missedGoals(row, line) : []) faults.push(`${suite}: ${missed}`)
    return rowOf(suite, { row, line })
  })
  const commits = [...new Set(lines.map(({ commit }) => commit))]
  if (commits.length > 1)
    faults.push(`the suites tested different commits: ${commits.join(', ')}; run pnpm verify`)
  return { text: textOf({ rows, lines, commits }), faults }
}

function textOf({
  rows,
  lines,
  commits,
}: {
  rows: string[]
  lines: readonly AssuranceLine[]
  commits: string[]
}): string {
  const seconds = lines.reduce((sum, line) => sum + line.seconds, 0)
  const newest = lines
    .map(({ at }) => at)
    .toSorted()
    .at(-1)
  const days = newest === undefined ? 'never' : newest.slice(0, 10)
  return `# Assurance

What the tests of this repository tried, and what came of it. Written by \`pnpm assurance\` from what the suites counted in the last \`pnpm verify\`; a \`+\` after the commit says that the tree held changes.

Commit ${commits.map((commit) => `\`${commit}\``).join(', ') || '–'}, ${days}, ${lines.length} suites, ${minutesOf(seconds)} of tests.

| Suite | What it shows | Figures | Goals | Seed | Time |
| --- | --- | --- | --- | --- | --- |
${rows.join('\n')}

A suite that misses a goal fails, and with it the whole run. Where choices are random, the seed makes them again.

## What we do not promise

${notPromised.map((line) => `- ${line}`).join('\n')}
`
}

function rowOf(
  suite: string,
  { row, line }: { row: Suite; line: AssuranceLine | undefined },
): string {
  const figures = Object.entries(line?.figures ?? {})
    .map(([name, value]) => `${wordsOf(name)} **${number(value)}**`)
    .join(', ')
  const goals = Object.entries(row.goals).map(([name, goal]) => `${wordsOf(name)} ${told(goal)}`)
  const seed = line?.seed ?? null
  const cells = [
    `\`${suite}\``,
    row.says,
    line ? figures : 'not run',
    goals.join(', '),
    seed === null ? '–' : String(seed),
    line ? `${Math.round(line.seconds)} s` : '–',
  ]
  return `| ${cells.map((cell) => cell.replaceAll('|', String.raw`\|`)).join(' | ')} |`
}

export const missedGoals = ({ goals }: Suite, { figures }: AssuranceLine): string[] =>
  Object.entries(goals).flatMap(([name, goal]) => {
    const value = figures[name]
    if (value === undefined) return [`no figure ${name}`]
    return isMet(goal, value) ? [] : [`${wordsOf(name)} is ${value}, not ${told(goal)}`]
  })

function isMet(goal: Goal, value: number): boolean {
  if ('least' in goal) return value >= goal.least
  return 'most' in goal ? value <= goal.most : value === goal.is
}

function told(goal: Goal): string {
  if ('least' in goal) return `≥ ${number(goal.least)}`
  return 'most' in goal ? `≤ ${number(goal.most)}` : `= ${number(goal.is)}`
}

/** `readsFailed` → `reads failed`. */
const wordsOf = (name: string): string =>
  name.replaceAll(/[A-Z]/gu, (letter) => ` ${letter.toLowerCase()}`)

const number = (value: number): string => value.toLocaleString('en-US')

const minutesOf = (seconds: number): string =>
  seconds < 90 ? `${Math.round(seconds)} s` : `${Math.round(seconds / 60)} min`
