import { execFileSync } from 'node:child_process'
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

const root = join(import.meta.dirname, '../../..')

/** Where the lines lie: one file a suite, one line a file. */
export const assuranceFolder = join(root, 'test-results/assurance')

/** What a suite counted; what should be none is 0. */
export type Figures = Readonly<Record<string, number>>

/** One suite's line, as `pnpm assurance` reads it. */
export interface AssuranceLine {
  suite: string
  figures: Figures
  /** What its random choices can be made again from; null where it makes none. */
  seed: number | null
  /** The commit that was tested; `+` where the tree held more. */
  commit: string
  /** ISO 8601. */
  at: string
  /** From the moment on in which the test file was loaded. */
  seconds: number
}

const loadedAt = performance.now()
let commit: string | undefined

/**
 * Puts down what a suite has counted, once, at its end: after its own expectations have held. The suite
 * needs a row in `assurance-suites.ts`, which has its words and its goals.
 */
export function assure(suite: string, figures: Figures, { seed }: { seed?: number } = {}) {
  if (!/^[a-z0-9-]+$/u.test(suite)) throw new TypeError(`${suite} is no name of a suite`)
  const line: AssuranceLine = {
    suite,
    figures,
    seed: seed ?? null,
    commit: (commit ??= commitOfTree()),
    at: new Date().toISOString(),
    seconds: Math.round((performance.now() - loadedAt) / 100) / 10,
  }
  mkdirSync(assuranceFolder, { recursive: true })
  writeFileSync(join(assuranceFolder, `${suite}.json`), `${JSON.stringify(line)}\n`)
}

function commitOfTree(): string {
  const git = (...words: string[]) =>
    execFileSync('git', words, { cwd: root, encoding: 'utf8', stdio: 'pipe' }).trim()
  try {
    const changed = git('status', '--porcelain', '--untracked-files=no', '--', ':!docs')
    return git('rev-parse', '--short=12', 'HEAD') + (changed === '' ? '' : '+')
  } catch {
    return 'no commit' // a checkout without git: an archive, an image
  }
}
