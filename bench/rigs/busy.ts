import { setTimeout as wait } from 'node:timers/promises'
import { processorMs } from './process.ts'

/** Processor time that a process takes in a second while something goes on, milliseconds. */
export async function busyMs(pid: number, windowMs: number): Promise<number> {
  const before = processorMs(pid)
  const began = performance.now()
  await wait(windowMs)
  return ((processorMs(pid) - before) / (performance.now() - began)) * 1000
}

/** Processor time that one of many requests takes of a process, microseconds. */
export async function costUs(
  pid: number,
  count: number,
  ask: (count: number) => Promise<unknown>,
): Promise<number> {
  const before = processorMs(pid)
  await ask(count)
  return ((processorMs(pid) - before) / count) * 1000
}
