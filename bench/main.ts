import { browser } from './browser.ts'
import { print } from './figure.ts'
import { memory } from './memory.ts'
import { start } from './start.ts'

const benches = { start, browser, memory }

/** `pnpm bench` runs all, `pnpm bench start` one. Nothing is asserted: a ratio is for people to judge. */
const only = process.argv.slice(2).find((arg) => arg !== '--')
for (const [name, bench] of Object.entries(benches))
  if (only === undefined || only === name) print(await bench())
