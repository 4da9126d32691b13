import { hosts, placesOf, sampleMachine } from './places.ts'
import { createRandom } from './random.ts'
import { demoHangzhou, demoShanghai } from './scenarios/demo-cities.ts'
import { demo } from './scenarios/demo.ts'
import { fiveThousand } from './scenarios/five-thousand.ts'
import { healthyTempers, sampleWriter, writersAt } from './scenarios/writers-at.ts'
import { createWorld, type World } from './world.ts'

/** The starting worlds, each from its seed and the moment that it begins (epoch ms). */
export const scenarios = {
  demo,
  // The product's demo: two CMs, side by side.
  'demo-hangzhou': demoHangzhou,
  'demo-shanghai': demoShanghai,
  hundred: (seed, nowMs) => {
    const random = createRandom(seed, 'hundred')
    const tempers = healthyTempers(random, 100)
    const places = placesOf(random, tempers.length)
    return createWorld({ hosts, writers: writersAt(places, random, { tempers, seed, nowMs }) })
  },
  'five-thousand': fiveThousand,
  sample: (seed, nowMs) =>
    createWorld({ hosts: [sampleMachine], writers: [sampleWriter(seed, nowMs)] }),
  empty: () => createWorld(),
} satisfies Record<string, (seed: number, nowMs: number) => World>

export type ScenarioName = keyof typeof scenarios

export const isScenarioName = (name: string): name is ScenarioName => Object.hasOwn(scenarios, name)
