import type { Reporter, TestCase, TestResult } from '@playwright/test/reporter'
import { assure } from '../apps/bff/test/assure.ts'
import { policyAnnotation } from './policy.ts'

/** Counts over the whole run how often anything was against the page's policy. */
// oxlint-disable-next-line import/no-default-export -- as Playwright loads it
export default class PolicyReporter implements Reporter {
  #tests = 0
  #violations = 0

  onTestEnd(_test: TestCase, { annotations }: TestResult) {
    const told = annotations.find(({ type }) => type === policyAnnotation)
    if (!told) return
    this.#tests += 1
    this.#violations += Number(told.description)
  }

  onEnd() {
    const figures = { tests: this.#tests, violations: this.#violations }
    assure('content-security-policy', figures)
    process.stdout.write(`  content security policy: ${JSON.stringify(figures)}\n`)
  }
}
