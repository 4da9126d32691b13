import type { Machine } from '../host.ts'
import { placesAmong, placesOn } from '../places.ts'
import { createRandom, shuffled } from '../random.ts'
import { createWorld, type World } from '../world.ts'
import { writerTakenDown } from '../writer.ts'
import { badDay } from './city-tempers.ts'
import { healthyTempers, writersAt } from './writers-at.ts'

const writers = 5000
const onDeadHost = 10
const inTrouble = 40

/** Fifty machines of one region; the last one is down. */
const hosts = Array.from({ length: 50 }, (_, index): Machine => ({
  name: `10.20.${Math.floor(index / 10)}.${10 + (index % 10)}`,
  location: '300',
  up: index < 49,
}))

/** An estate to be measured with: one writer of a hundred is out of order. */
export function fiveThousand(seed: number, nowMs: number): World {
  const random = createRandom(seed, 'five-thousand')
  const troubled = Array.from(
    { length: inTrouble },
    (_, index) => badDay[index % badDay.length] ?? {},
  )
  const tempers = shuffled(random, [
    ...troubled,
    ...healthyTempers(random, writers - onDeadHost - inTrouble),
  ])
  const alive = hosts.filter(({ up }) => up)
  const places = placesAmong(alive, random, { count: tempers.length, firstSequence: 1 })
  return createWorld({
    hosts,
    writers: [
      ...writersAt(places, random, { tempers, seed, nowMs }),
      ...hosts
        .filter(({ up }) => !up)
        .flatMap((host) => {
          const identity = (project: string) => `${project}_source-000-0`
          const lost = placesOn(host, random, { count: onDeadHost, identity })
          return writersAt(lost, random, {
            tempers: healthyTempers(random, onDeadHost),
            seed,
            nowMs,
          })
        })
        .map((writer) => writerTakenDown(writer, nowMs)),
    ],
  })
}
