import {
  guessSubtopic,
  isObservable,
  type ComponentConfig,
  type ConfigEntry,
  type Operation,
} from '@wheelhouse/contract'
import { isoOrNull } from '../../time.ts'
import type { Tracked } from '../components/inventory.ts'
import { configOf } from '../observations/reading.ts'
import type { ObservationStore } from '../observations/store.ts'
import type { OperationRepository } from './record/repository.ts'

interface Options {
  trackedOf: (id: string) => Pick<Tracked, 'name' | 'kind'>
  observations: ObservationStore
  repository: OperationRepository
}

/** So many of a component's newest changes tell what we sent. */
const newest = 500

/**
 * What is known of a component's configuration: CM's newest answer where there is a read, otherwise what
 * we sent and CM accepted, and nothing else. Throws `NOT_FOUND`.
 */
export async function knownConfig(
  id: string,
  { trackedOf, observations, repository }: Options,
): Promise<ComponentConfig> {
  const { name, kind } = trackedOf(id)
  const operations = await repository.list({ component: id, limit: newest })
  const sent = sentEntries(operations)
  const guess = guessSubtopic(name, kind)
  const subtopics =
    kind === 'connector'
      ? [...(guess === undefined ? [] : [guess]), ...sentSubtopics(operations)]
      : []
  const common = { subtopics: [...new Set(subtopics)] }
  if (!isObservable(kind))
    return { ...common, source: 'sent', observedAt: null, entries: [...sent.values()] }

  const { reading } = observations.get(id)
  const read = reading ? configOf(reading) : []
  const entries = read.map(({ key: bare, value, secret }): ConfigEntry => {
    const key = `JDBCWriter.${bare}`
    return { key, value, secret, sent: sent.get(key)?.sent ?? null }
  })
  return { ...common, source: 'observed', observedAt: isoOrNull(reading?.observedAtMs), entries }
}

/** The value of each key by the name under which it is sent; null for secrets. */
export const configMap = ({ entries }: ComponentConfig): ReadonlyMap<string, string | null> =>
  new Map(entries.map(({ key, value }) => [key, value]))

/** From operations, the newest first: of each key what CM last accepted. */
function sentEntries(operations: readonly Operation[]): ReadonlyMap<string, ConfigEntry> {
  const entries = operations
    .filter(wasSent)
    .flatMap(({ id, changes, createdAt }) =>
      changes.map(({ key, after, secret }): [string, ConfigEntry] => [
        key,
        { key, value: after, secret, sent: { at: createdAt, operation: id } },
      ]),
    )
  return new Map(entries.toReversed())
}

const sentSubtopics = (operations: readonly Operation[]): string[] =>
  operations.filter(wasSent).flatMap(({ input }) => Object.keys(input.checkpoints ?? {}))

const wasSent = ({ steps }: Operation): boolean =>
  steps.some(
    ({ name, state }) => (name === 'update' || name === 'move-checkpoint') && state === 'succeeded',
  )
