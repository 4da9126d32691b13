import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Component } from '@wheelhouse/contract'
import { onTestFinished } from 'vitest'
import { freshKey, until } from './product.ts'

const main = join(import.meta.dirname, '../src/main.ts')

/** The BFF as a process of its own, as an operator starts it; it goes with its test. */
export interface Process {
  child: ChildProcess
  /** Everything it has said so far. */
  said: { out: string; err: string }
  exit: Promise<[number | null]>
  /** Where it listens, as soon as it does. */
  url: () => Promise<string>
}

export function startProcess(
  args: readonly string[],
  environment: NodeJS.ProcessEnv = {},
): Process {
  const child = spawn(process.execPath, [main, '--port', '0', ...args], {
    // Nobody has to sign in, unless the test says otherwise.
    env: { ...process.env, WHEELHOUSE_AUTH: 'none', ...environment },
    stdio: 'pipe',
  })
  onTestFinished(() => {
    child.kill('SIGKILL')
  })
  const said = { out: '', err: '' }
  child.stdout.on('data', (chunk) => (said.out += String(chunk)))
  child.stderr.on('data', (chunk) => (said.err += String(chunk)))
  const exit = once(child, 'exit') as Promise<[number | null]>
  const url = async () =>
    (await until(
      async () => /http:\/\/127\.0\.0\.1:\d+/u.exec(said.out)?.[0],
      (found) => found !== undefined,
    )) ?? ''
  return { child, said, exit, url }
}

/** A folder that goes with its test. */
export async function temporaryFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'wheelhouse-process-'))
  onTestFinished(() => rm(folder, { recursive: true, force: true }))
  return folder
}

/** What a script would send and get; the answer is whatever the test says that it is. */
export async function ask<T>(url: string, path: string, body?: unknown): Promise<T> {
  const answer = await fetch(
    `${url}/api/v1${path}`,
    body === undefined
      ? {}
      : {
          method: 'POST',
          headers: {
            'content-type': 'application/json',
            'x-wheelhouse': '1',
            'idempotency-key': freshKey(),
          },
          body: JSON.stringify(body),
        },
  )
  return (await answer.json()) as T
}

/** Tracks a writer and waits until it is seen running; answers its id. */
export async function trackRunning(url: string, name: string): Promise<string> {
  const { items } = await ask<{ items: { id: string }[] }>(url, '/components', {
    cluster: 'default',
    kind: 'writer',
    names: [name],
  })
  const id = items[0]?.id ?? ''
  await until(
    () => ask<Component>(url, `/components/${id}`),
    ({ active }) => active === true,
  )
  return id
}
