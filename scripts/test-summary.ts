import { stripVTControlCharacters } from 'node:util'

/** What a test run came to; a note says in one line what the numbers can't. */
export type Summary = { passed: number; failed: number; skipped: number; notes: string[] }

type Named = { title: string }
type VitestReport = {
  numPassedTests: number
  numFailedTests: number
  numPendingTests: number
  numTodoTests: number
  testResults: { name: string; status: string; assertionResults: { status: string }[] }[]
}
type PlaywrightReport = {
  stats: { expected: number; unexpected: number; flaky: number; skipped: number }
  errors: { message?: string }[]
  suites: PlaywrightSuite[]
}
type PlaywrightSuite = Named & {
  specs: (Named & { tests: { status: string }[] })[]
  suites?: PlaywrightSuite[]
}

/** A file that dies before its tests has no failed test in Vitest's report: it counts as one. */
export function summarizeVitest(report: unknown, exitCode: number | null): Summary {
  if (!isVitestReport(report)) return crashed('unit tests', 'no report was written')

  const dead = report.testResults.filter(
    (file) =>
      file.status === 'failed' && !file.assertionResults.some((test) => test.status === 'failed'),
  )
  return judged('unit tests', exitCode, {
    passed: report.numPassedTests,
    failed: report.numFailedTests + dead.length,
    skipped: report.numPendingTests + report.numTodoTests,
    notes: dead.map((file) => `unit tests: ${file.name} failed outside its tests`),
  })
}

/** A flaky test has passed, but is named; an error outside every test counts as a failure. */
export function summarizePlaywright(report: unknown, exitCode: number | null): Summary {
  if (!isPlaywrightReport(report)) return crashed('browser tests', 'no report was written')

  const { expected, unexpected, flaky, skipped } = report.stats
  return judged('browser tests', exitCode, {
    passed: expected + flaky,
    failed: unexpected + report.errors.length,
    skipped,
    notes: [
      ...report.errors.map((error) => `browser tests: ${firstLine(error.message)}`),
      ...report.suites.flatMap(flakyTitles).map((title) => `flaky: ${title}`),
    ],
  })
}

/** A run that never came to its tests is one failure, so that it can't pass for success. */
export function crashed(run: string, reason: string): Summary {
  return { passed: 0, failed: 1, skipped: 0, notes: [`${run}: ${reason}`] }
}

export function sum(summaries: Summary[]): Summary {
  return {
    passed: total(summaries.map(({ passed }) => passed)),
    failed: total(summaries.map(({ failed }) => failed)),
    skipped: total(summaries.map(({ skipped }) => skipped)),
    notes: summaries.flatMap(({ notes }) => notes),
  }
}

export const lastLine = ({ passed, failed, skipped }: Summary) =>
  `${passed} passed, ${failed} failed, ${skipped} skipped`

/** The numbers alone don't decide: the runner must have run something, and have ended well. */
function judged(run: string, exitCode: number | null, summary: Summary): Summary {
  if (summary.failed > 0) return summary
  if (summary.passed === 0) return sum([summary, crashed(run, 'not one test ran')])
  if (exitCode === 0) return summary
  return sum([summary, crashed(run, `the runner ended with ${exitCode ?? 'a signal'}`)])
}

function flakyTitles(suite: PlaywrightSuite): string[] {
  const own = suite.specs.filter((spec) => spec.tests.some((test) => test.status === 'flaky'))
  const inner = (suite.suites ?? []).flatMap(flakyTitles)
  return [...own.map((spec) => spec.title), ...inner].map((title) => `${suite.title} › ${title}`)
}

const firstLine = (message = 'an error without words') =>
  stripVTControlCharacters(message).split('\n', 1).join('')

const total = (numbers: number[]) => numbers.reduce((sofar, number) => sofar + number, 0)

function isVitestReport(value: unknown): value is VitestReport {
  const report = value as Partial<VitestReport> | null | undefined
  return (
    Array.isArray(report?.testResults) &&
    [
      report.numPassedTests,
      report.numFailedTests,
      report.numPendingTests,
      report.numTodoTests,
    ].every(Number.isInteger)
  )
}

function isPlaywrightReport(value: unknown): value is PlaywrightReport {
  const report = value as Partial<PlaywrightReport> | null | undefined
  const stats = report?.stats
  return (
    Array.isArray(report?.errors) &&
    Array.isArray(report.suites) &&
    [stats?.expected, stats?.unexpected, stats?.flaky, stats?.skipped].every(Number.isInteger)
  )
}
