import type { Variants } from './variants.ts'
import type { World } from './world.ts'

const block = 1_000_000

/** `<ip>-<agentPort>:<identity>:<sequence>` taken apart (cm-api.md §3). */
interface NameParts {
  port: string
  identity: string
  sequence: number
}

/**
 * The name that a component gets on another host: the same identity there, with a sequence that
 * it has not had. A name of another form becomes the identity of one that has the form.
 */
export function newNameOf(
  world: World,
  { name, host, sequence }: { name: string; host: string; sequence: Variants['sequence'] },
): string {
  const { port, identity } = partsOf(name)
  const last = lastSequenceOf(world, identity)
  const next = sequence === 'next' ? last + 1 : (Math.floor(last / block) + 1) * block + 1
  return `${host}-${port}:${identity}:${`${next}`.padStart(10, '0')}`
}

/** From now on the sequence of this name is taken, even when its component is gone. */
export function takeName(world: World, name: string): void {
  const { identity, sequence } = partsOf(name)
  world.lastSequences.set(identity, Math.max(sequence, world.lastSequences.get(identity) ?? 0))
}

export const sequenceOf = (name: string): string => /:(\d{10})$/.exec(name)?.[1] ?? '0000000001'

function lastSequenceOf(world: World, identity: string): number {
  const sequences = [...world.writers.keys(), ...world.connectors.keys()]
    .map(partsOf)
    .filter((parts) => parts.identity === identity)
    .map((parts) => parts.sequence)
  return Math.max(0, world.lastSequences.get(identity) ?? 0, ...sequences)
}

function partsOf(name: string): NameParts {
  const [, port = '9000', identity = name, sequence = '0'] =
    /^[\w.-]+?-(\d{2,5}):(.+):(\d{10})$/.exec(name) ?? []
  return { port, identity, sequence: Number(sequence) }
}
