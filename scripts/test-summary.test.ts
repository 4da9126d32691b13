import { expect, test } from 'vitest'
import { crashed, lastLine, sum, summarizePlaywright, summarizeVitest } from './test-summary.ts'

const vitestReport = {
  numPassedTests: 2,
  numFailedTests: 0,
  numPendingTests: 1,
  numTodoTests: 1,
  testResults: [
    { name: 'a.test.ts', status: 'passed', assertionResults: [{ status: 'passed' }] },
    { name: 'b.test.ts', status: 'passed', assertionResults: [{ status: 'passed' }] },
  ],
}

const playwrightReport = {
  stats: { expected: 3, unexpected: 0, flaky: 0, skipped: 1 },
  errors: [],
  suites: [],
}

test('what went well is counted, and a todo is a skipped test', () => {
  const summary = sum([summarizeVitest(vitestReport, 0), summarizePlaywright(playwrightReport, 0)])

  expect(lastLine(summary)).toBe('5 passed, 0 failed, 3 skipped')
  expect(summary.notes).toEqual([])
})

test('failed tests are counted once, whatever the runner’s exit code', () => {
  const units = {
    ...vitestReport,
    numFailedTests: 1,
    testResults: [{ name: 'a', status: 'failed', assertionResults: [{ status: 'failed' }] }],
  }
  const browser = { ...playwrightReport, stats: { ...playwrightReport.stats, unexpected: 2 } }

  expect(summarizeVitest(units, 1).failed).toBe(1)
  expect(summarizePlaywright(browser, 1).failed).toBe(2)
})

test('a file that dies before its tests is a failure, though none of its tests failed', () => {
  const dead = { name: 'c.test.ts', status: 'failed', assertionResults: [{ status: 'skipped' }] }

  const summary = summarizeVitest({ ...vitestReport, testResults: [dead] }, 1)

  expect(summary.failed).toBe(1)
  expect(summary.notes).toEqual(['unit tests: c.test.ts failed outside its tests'])
})

test('an error outside every test is a failure, told in its first line without colours', () => {
  const errors = [{ message: '\u001B[31mError: no config\u001B[39m\n    at somewhere' }]

  const summary = summarizePlaywright({ ...playwrightReport, errors }, 1)

  expect(summary.failed).toBe(1)
  expect(summary.notes).toEqual(['browser tests: Error: no config'])
})

test.each([undefined, null, 'half a rep', {}, { testResults: [] }, { stats: {}, errors: [] }])(
  'a runner that wrote %j instead of a report has crashed',
  (report) => {
    expect(summarizeVitest(report, 0)).toEqual(crashed('unit tests', 'no report was written'))
    expect(summarizePlaywright(report, 0)).toEqual(
      crashed('browser tests', 'no report was written'),
    )
  },
)

test('a run in which nothing ran is a failure, also when everything was skipped', () => {
  const stats = { expected: 0, unexpected: 0, flaky: 0, skipped: 4 }

  const summary = summarizePlaywright({ ...playwrightReport, stats }, 0)

  expect(lastLine(summary)).toBe('0 passed, 1 failed, 4 skipped')
  expect(summary.notes).toEqual(['browser tests: not one test ran'])
})

test.each([1, null])('an ending %j without a failed test is a failure', (exitCode) => {
  expect(summarizeVitest(vitestReport, exitCode).failed).toBe(1)
  expect(summarizePlaywright(playwrightReport, exitCode).failed).toBe(1)
})

test('a flaky test has passed, and is named', () => {
  const stats = { ...playwrightReport.stats, flaky: 1 }
  const spec = { title: 'stops a writer', tests: [{ status: 'flaky' }] }
  const inner = { title: 'a writer', specs: [spec] }
  const suites = [{ title: 'control.test.ts', specs: [], suites: [inner] }]

  const summary = summarizePlaywright({ ...playwrightReport, stats, suites }, 0)

  expect(summary).toMatchObject({ passed: 4, failed: 0 })
  expect(summary.notes).toEqual(['flaky: control.test.ts › a writer › stops a writer'])
})
