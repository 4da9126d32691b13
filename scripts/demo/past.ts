import type { PastPoint } from '../../apps/bff/src/features/history/history.ts'
import type { SimulatedPast } from '../../apps/simulator/src/launch.ts'
import { defaultProtection, lagThresholds } from '../../packages/contract/src/index.ts'
import type { City } from './cities.ts'

interface Named {
  cluster: string
  name: string
}

const pastHours = 24

/** A day of lag for every writer, as if the demo had been running all the time; of others there is none. */
export async function pastOf(
  cities: readonly City[],
): Promise<(component: Named) => readonly PastPoint[]> {
  const pasts = new Map(
    await Promise.all(
      cities.map(async ({ id, simulator }) => {
        const writers = (await simulator.past(pastHours)).map((past) => [past.name, past] as const)
        return [id, new Map(writers)] as const
      }),
    ),
  )
  return ({ cluster, name }) => {
    const past = pasts.get(cluster)?.get(name)
    return past ? pointsOf(past) : []
  }
}

type Writer = SimulatedPast[number]

const pointsOf = ({ points }: Writer): PastPoint[] =>
  points.map(([atSeconds, lagSeconds, word]) => ({
    atSeconds,
    lagSeconds,
    verdict: verdictOf(word, lagSeconds),
  }))

/** Who is a little behind is not behind. */
function verdictOf(word: Writer['points'][number][2], lagSeconds: number): PastPoint['verdict'] {
  if (word !== 'falling-behind' && word !== 'catching-up') return word
  return lagSeconds > lagThresholds[defaultProtection] ? word : 'running'
}
