import { readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { brotliCompressSync, constants, gzipSync } from 'node:zlib'
import { lingui } from '@lingui/vite-plugin'
import react from '@vitejs/plugin-react'
import type { Plugin } from 'vite'
import { defineConfig } from 'vitest/config'
import { licences } from './vite-licences.ts'

/** What `pnpm dev` shows: a product or a demo that runs beside it. */
const product = 'http://127.0.0.1:8080'

const here = import.meta.dirname

const isText = /\.(?:js|css|html|svg|json)$/u

/**
 * Writes a `.br` and a `.gz` beside every text file, so that nothing is compressed while serving. Only
 * once they are on the disk: Vite still fills in its preload lists after the bundle is generated.
 */
const precompress = (): Plugin => ({
  name: 'precompress',
  apply: 'build',
  async writeBundle({ dir = '' }) {
    for (const file of await readdir(dir, { recursive: true })) {
      const path = join(dir, file)
      const source = isText.test(file) ? await readFile(path) : Buffer.alloc(0)
      if (source.length < 1024) continue
      const quality = { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }
      await writeFile(`${path}.br`, brotliCompressSync(source, quality))
      await writeFile(`${path}.gz`, gzipSync(source, { level: 9 }))
    }
  },
})

export default defineConfig({
  root: here,
  plugins: [
    // What the compiler writes weighs more than it saves where something is small and drawn seldom, or a
    // row at a time. Such a file of the first load says 'use no memo': 8 kB of it, gzipped, for all of them.
    react({ compiler: true }),
    lingui({
      configPath: `${here}/lingui.config.ts`,
      failOnMissing: true,
      failOnCompileError: true,
    }),
    licences({ browser: here, server: `${here}/../bff` }),
    precompress(),
  ],
  build: {
    target: 'baseline-widely-available',
    sourcemap: false,
    // Every browser of the target has it.
    modulePreload: { polyfill: false },
    rolldownOptions: {
      // What the first page needs, as one file: it packs tighter than a dozen.
      output: { codeSplitting: { groups: [{ name: 'wheelhouse', tags: ['$initial'] }] } },
    },
  },
  server: {
    // The BFF takes requests that name its own address, as Host and as Origin, and no others.
    proxy: { '/api': { target: product, changeOrigin: true, headers: { origin: product } } },
  },
  test: {
    name: 'web',
    environment: 'happy-dom',
    include: ['src/**/*.test.{ts,tsx}'],
  },
})
