import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { ComponentKind } from '@wheelhouse/contract'

/** The built product, started as an operator or the image starts it. */
export interface Product {
  url: string
  readonly pid: number
  /** Where it keeps everything. */
  readonly dataDir: string
  /** What it has written to its log since it was started last. */
  said: () => string
  /** Tracks one name or more, of writers unless told; answers their ids. */
  track: (names: string | readonly string[], kind?: ComponentKind) => Promise<string[]>
  /** Ends it, and leaves what it keeps for `startAgain`, which is at the same address. */
  stop: () => Promise<void>
  startAgain: () => Promise<void>
  /** For good. */
  end: () => Promise<void>
}

export async function startProduct(
  args: readonly string[],
  environment: NodeJS.ProcessEnv = {},
): Promise<Product> {
  const dataDir = await mkdtemp(join(tmpdir(), 'wheelhouse-e2e-'))
  // Those who sign in say so themselves.
  const open = ['--auth', 'none']
  const usual = ['--port', '0', '--data-dir', dataDir, '--log-level', 'warn', ...open, ...args]
  let life = await launch(usual, environment)
  const { url } = life
  return {
    url,
    dataDir,
    get pid() {
      return life.pid
    },
    said: () => life.said(),
    track: async (names, kind = 'writer') => {
      const answer = await fetch(`${url}/api/v1/components`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', 'x-wheelhouse': '1' },
        body: JSON.stringify({ cluster: 'default', kind, names: [names].flat() }),
      })
      // Our own contract's reply to a track.
      const { items } = (await answer.json()) as { items: { id: string }[] }
      return items.map(({ id }) => id)
    },
    stop: async () => life.end(),
    startAgain: async () => {
      life = await launch([...usual, '--port', new URL(url).port], environment)
    },
    end: async () => {
      await life.end()
      await rm(dataDir, { recursive: true, force: true })
    },
  }
}

async function launch(args: readonly string[], environment: NodeJS.ProcessEnv) {
  const child = spawn(
    process.execPath,
    // As package.json and the image start it.
    ['--max-semi-space-size=16', join(import.meta.dirname, '../scripts/serve.ts'), ...args],
    { stdio: ['ignore', 'pipe', 'inherit'], env: { ...process.env, ...environment } },
  )
  let said = ''
  const url = await new Promise<string>((resolve, reject) => {
    child.stdout.on('data', (chunk) => {
      said += String(chunk)
      const found = /Wheelhouse is at (?<url>\S+)/u.exec(said)?.groups?.['url']
      if (found) resolve(found)
    })
    child.once('exit', () => reject(new Error(`the product did not start: ${said}`)))
  })
  return {
    url,
    pid: child.pid ?? 0,
    said: () => said,
    end: async () => {
      if (child.exitCode !== null) return
      child.kill('SIGTERM')
      await once(child, 'exit')
    },
  }
}
