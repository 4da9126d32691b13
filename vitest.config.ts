import { defineConfig } from 'vitest/config'

/** One project a room; browser tests are Playwright's, in `e2e`. */
export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'node',
          // Real processes on two cores: a limit for what hangs, not a measure of speed.
          testTimeout: 30_000,
          hookTimeout: 30_000,
          include: [
            'packages/**/*.test.ts',
            'apps/{bff,simulator}/**/*.test.ts',
            'scripts/**/*.test.ts',
            'bench/**/*.test.ts',
          ],
        },
      },
      'apps/web/vite.config.ts',
    ],
  },
})
