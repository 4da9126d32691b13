import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { suites } from '../apps/bff/test/assurance-suites.ts'
import { assurancePage, missedGoals } from './assurance-page.ts'

const root = join(import.meta.dirname, '..')
const line = {
  suite: 'one',
  figures: { tries: 1_200, readsFailed: 0 },
  seed: 7,
  commit: 'abc',
  at: '2026-01-02T03:04:05Z',
  seconds: 3.4,
}
const suite = { says: 'It | holds', goals: { tries: { least: 1_000 }, readsFailed: { is: 0 } } }

/** Suites as they are named where they put their figures down. */
const written = globSync(
  ['apps/*/{src,test}/**/*.ts', 'packages/*/src/**/*.ts', 'e2e/**/*.ts', 'scripts/**/*.test.ts'],
  {
    cwd: root,
    exclude: (name) => name.includes('node_modules') || name.endsWith('assurance.test.ts'),
  },
)
  .filter((name) => !name.includes('node_modules') && !name.endsWith('assurance.test.ts'))
  .flatMap((name) =>
    Array.from(
      readFileSync(join(root, name), 'utf8').matchAll(/\bassure\(\s*'(?<suite>[a-z0-9-]+)'/gu),
      ({ groups }) => groups?.['suite'] ?? '',
    ),
  )

test('each suite that puts figures down has its row, and each row a suite that does', () => {
  expect(written.toSorted()).toEqual(Object.keys(suites).toSorted())
})

test('the page that lies here has a row of each suite and no other', () => {
  const page = readFileSync(join(root, 'docs/assurance.md'), 'utf8')
  const rows = Array.from(
    page.matchAll(/^\| `(?<suite>[a-z0-9-]+)` \|/gmu),
    ({ groups }) => groups?.['suite'],
  )

  expect(rows).toEqual(Object.keys(suites))
})

test('a row has what was counted, what was to come of it, and how to do it again', () => {
  const { text, faults } = assurancePage({ one: suite }, [line])

  expect(faults).toEqual([])
  expect(text).toContain(
    '| `one` | It \\| holds | tries **1,200**, reads failed **0** | tries ≥ 1,000, reads failed = 0 | 7 | 3 s |',
  )
  expect(text).toContain('Commit `abc`, 2026-01-02, 1 suites')
})

test('what was not run, has no row, missed its goal or tested something else is named', () => {
  const { text, faults } = assurancePage({ one: suite, two: suite }, [
    { ...line, figures: { tries: 5, readsFailed: 0 } },
    { ...line, suite: 'three', commit: 'def' },
  ])

  expect(text).toContain('| `two` | It \\| holds | not run |')
  expect(faults).toEqual([
    'three has no row in assurance-suites.ts',
    'one: tries is 5, not ≥ 1,000',
    'two has put nothing down: run pnpm verify',
    'the suites tested different commits: abc, def; run pnpm verify',
  ])
  expect(missedGoals(suite, { ...line, figures: { tries: 2_000 } })).toEqual([
    'no figure readsFailed',
  ])
})
