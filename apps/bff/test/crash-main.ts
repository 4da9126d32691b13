import { flushCompileCache } from 'node:module'
import { readConfig } from '../src/config/config.ts'
import { AuditTrail } from '../src/features/audit/trail.ts'
import { Inventory } from '../src/features/components/inventory.ts'
import { ObservationStore } from '../src/features/observations/store.ts'
import { OperationRepository } from '../src/features/operations/record/repository.ts'
import { run } from '../src/run.ts'
import { startServer } from '../src/server.ts'
import type { Boundary } from './crash-cells.ts'

/* oxlint-disable typescript/unbound-method -- each is called with the `this` that it came with */

/**
 * The product as `main.ts` starts it, and its crash: the process kills itself at one boundary of one step.
 * Nothing is tidied up, and what a transaction has written by then is not committed.
 */
const crash = {
  step: Number(process.env['CRASH_STEP']),
  // The harness that starts this names one of them.
  at: process.env['CRASH_AT'] as Boundary,
}

const killAt = (at: Boundary) => {
  if (at === crash.at) process.kill(process.pid, 'SIGKILL')
}

const { append } = AuditTrail.prototype
/** The record is the last thing that the transaction of a move writes: what follows is its commit. */
AuditTrail.prototype.append = async function appendAndCrash(transaction, entry) {
  const seq = await append.call(this, transaction, entry)
  if (entry.step === crash.step && entry.kind === 'step.intent') killAt('before-intent')
  if (entry.step === crash.step && entry.kind === 'step.outcome') killAt('before-outcome')
  return seq
}

let isChecking = false
const { moveStep } = OperationRepository.prototype
OperationRepository.prototype.moveStep = async function moveAndCrash(id, position, move, nowMs) {
  const moved = await moveStep.call(this, id, position, move, nowMs)
  if (position !== crash.step) return moved
  if (move.to === 'running') killAt('before-send')
  if (move.from === 'running') killAt('after-outcome')
  isChecking = move.to === 'running' && moved.steps[position]?.effect === 'read'
  return moved
}

const { record } = ObservationStore.prototype
/** A check needs two readings: at the first one it is still asking. */
ObservationStore.prototype.record = function recordAndCrash(id, reading) {
  if (isChecking) killAt('before-reply')
  record.call(this, id, reading)
}

const { rename } = Inventory.prototype
Inventory.prototype.rename = async function renameAndCrash(transaction, id, renaming) {
  const committed = await rename.call(this, transaction, id, renaming)
  killAt('in-rename')
  return committed
}

await run(async () => startServer(readConfig()))
// What is killed would leave nothing compiled behind for the next start.
flushCompileCache()
