import { chanceOf } from './random.ts'
import { isDown, type World } from './world.ts'
import { changedWriter, type Temper, type Writer } from './writer.ts'

/** Lets writers change behind CM's back, so many a second: an estate that is never at rest. */
export interface Stir {
  /** From this moment on; 0 ends it. */
  begin: (perSecond: number, nowMs: number) => void
  /** Does all that is due. Whoever looks at the world calls it first, as an agenda. */
  settle: (scene: { world: World; seed: number }, nowMs: number) => void
  clear: () => void
}

/** What can become of a writer that is well. */
const troubles: readonly Temper[] = [
  { lagSeconds: 900, rate: 4 },
  { status: 'stopped', active: false },
  { lagSeconds: 400, rate: 0.5 },
  { rate: 0 },
]

/** It runs, and makes good what it lost. */
const mended: Temper = { status: 'running', active: true, rate: 30 }

/** So many are in trouble at most: from then on every other change mends the one that was first. */
const mostTroubled = 0.05

export function createStir(): Stir {
  let perSecond = 0
  let beganMs = 0
  let done = 0
  let troubled: string[] = []
  return {
    begin: (many, nowMs) => {
      perSecond = many
      beganMs = nowMs
      done = 0
    },
    settle: ({ world, seed }, nowMs) => {
      const due = Math.floor(((nowMs - beganMs) / 1000) * perSecond)
      if (due <= done) return
      const names = [...world.writers.values()].filter((writer) => isFree(world, writer))
      // After a leap of the clock nobody can tell more changes than there are writers.
      done = Math.max(done, due - names.length)
      for (; done < due; done += 1) {
        const isMending = done % 2 === 1 && troubled.length > names.length * mostTroubled
        const name = isMending
          ? troubled.shift()
          : names[Math.floor(chanceOf(`${seed}/stir/${done}`) * names.length)]?.name
        const writer = world.writers.get(name ?? '')
        if (writer === undefined) continue
        if (!isMending) troubled.push(writer.name)
        const change = isMending ? mended : troubles[Math.floor(done / 2) % troubles.length]
        // Not noted for stale reads: what changes all the time would fill that memory.
        world.writers.set(writer.name, changedWriter(writer, change ?? mended, nowMs))
      }
    },
    clear: () => {
      perSecond = 0
      done = 0
      troubled = []
    },
  }
}

const isFree = (world: World, { host, stale }: Writer): boolean =>
  !stale && !isDown(world, host.name)
