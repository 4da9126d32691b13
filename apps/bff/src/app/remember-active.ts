import type { Inventory } from '../features/components/inventory.ts'
import type { ObservationStore } from '../features/observations/store.ts'
import type { ActivityIndex } from '../features/operations/activity.ts'

interface Sources {
  inventory: Inventory
  observations: ObservationStore
  activity: ActivityIndex
  onBug: (error: unknown) => void
}

/**
 * Writes down, once a stop of ours, that a component was found active after it: somebody started it, and
 * that stop explains nothing any more, over a restart neither (DECISIONS 1).
 */
export function rememberActive({ inventory, observations, activity, onBug }: Sources) {
  observations.onChange((id, reading) => {
    if (reading?.active !== true || !inventory.has(id)) return
    const { ownStopAt } = activity.get(id)
    if (ownStopAt === null) return
    const stoppedMs = Date.parse(ownStopAt)
    const isKnown = (inventory.get(id).activeSeenAtMs ?? 0) > stoppedMs
    if (reading.askedAtMs > stoppedMs && !isKnown)
      void inventory.noteActive(id, reading.askedAtMs).catch(onBug)
  })
}
