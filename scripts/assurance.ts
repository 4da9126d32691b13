import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { suites } from '../apps/bff/test/assurance-suites.ts'
import { assuranceFolder, type AssuranceLine } from '../apps/bff/test/assure.ts'
import { assurancePage } from './assurance-page.ts'

/**
 * Writes docs/assurance.md from what the suites of the last run have put down; runs nothing itself. Ends
 * with 1 where a suite has put nothing down or missed a goal: then the page says so as well.
 */
const lines = readLines()
const { text, faults } = assurancePage(suites, lines)
writeFileSync(join(import.meta.dirname, '../docs/assurance.md'), text)
for (const fault of faults) console.error(`assurance: ${fault}`)
console.log(`assurance: ${lines.length} suites, ${faults.length} faults`)
process.exitCode = faults.length > 0 ? 1 : 0

function readLines(): AssuranceLine[] {
  try {
    return readdirSync(assuranceFolder)
      .toSorted()
      .map((name) => JSON.parse(readFileSync(join(assuranceFolder, name), 'utf8')) as AssuranceLine)
  } catch {
    return [] // nothing was run yet
  }
}
