import { print, type Figure } from './figure.ts'

/** The rows of the performance study, each measured by a case of its own. */
const cases: Record<string, () => Promise<{ measure: () => Promise<Figure[]> }>> = {
  'up-indep': () => import('./cases/up-indep.ts'),
  'up-dedupe': () => import('./cases/up-dedupe.ts'),
  'up-cap': () => import('./cases/up-cap.ts'),
  'cm-gentle': () => import('./cases/cm-gentle.ts'),
  sweep: () => import('./cases/sweep.ts'),
  sick: () => import('./cases/sick.ts'),
  'detail-cpu': () => import('./cases/detail-cpu.ts'),
  'snap-cpu': () => import('./cases/snap-cpu.ts'),
  'push-bytes': () => import('./cases/push-bytes.ts'),
  'push-cpu': () => import('./cases/push-cpu.ts'),
  'slow-client': () => import('./cases/slow-client.ts'),
  'poll-cpu': () => import('./cases/poll-cpu.ts'),
  'fresh-hot': () => import('./cases/fresh-hot.ts'),
  'ui-upd': () => import('./cases/ui-upd.ts'),
  'ui-scroll': () => import('./cases/ui-scroll.ts'),
  'ui-heap': () => import('./cases/ui-heap.ts'),
  'js-size': () => import('./cases/js-size.ts'),
  rss: () => import('./cases/rss.ts'),
  start: () => import('./cases/start.ts'),
  'click-cm': () => import('./cases/click.ts'),
}

/** `pnpm bench` measures all, `pnpm bench sweep` one. Nothing is asserted: a ratio is for people to judge. */
const chosen = process.argv.slice(2).filter((arg) => arg !== '--')
const unknown = chosen.filter((id) => !Object.hasOwn(cases, id))
if (unknown.length > 0) {
  console.error(
    `There is no bench ${unknown.join(', ')}; there are: ${Object.keys(cases).join(' ')}`,
  )
  process.exit(1)
}
for (const [id, load] of Object.entries(cases)) {
  if (chosen.length > 0 && !chosen.includes(id)) continue
  const { measure } = await load()
  for (const figure of await measure()) print(figure)
}
