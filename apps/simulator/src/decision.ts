import type { Params } from './form.ts'
import type { EffectKind } from './effects.ts'
import type { Refusal } from './refusal.ts'
import { success } from './cm-reply.ts'
import type { Variants } from './variants.ts'

/** A call as an endpoint understands it. */
export interface Order {
  /** The component that it means. */
  name: string
  /** From where the endpoint's parameters are documented to stand. */
  params: Params
  /** Of a stale read: the moment that it tells of. */
  nowMs: number
  isStale: boolean
}

/** What a migration has made, and how CM says so. */
export interface Migrated {
  newName: string
  reply: object
}

export interface PlannedEffect {
  kind: EffectKind
  /** How long after the call; at once unless it says so. Simulated time. */
  takesMs?: number
  /** Changes the world. May be called twice: a fault may double the effect. */
  carryOut: (nowMs: number) => Migrated | void
}

/** What an endpoint decides to answer, and what it does beside. */
export type Decision =
  /** Of a migration: the reply and the name that it would have, were it carried out now. */
  | { reply: object; newName?: string; effect?: PlannedEffect }
  | { refusal: Refusal; /** Real time until CM says so. */ waitMs?: number }

export const refuse = (message: string, code?: string): Decision => ({
  refusal: { message, ...(code !== undefined && { code }) },
})

/** Answers the bare success. */
export const accept = (
  kind: EffectKind,
  carryOut: (nowMs: number) => void,
  { takesMs = 0 }: { takesMs?: number } = {},
): Decision => ({ reply: success, effect: { kind, carryOut, takesMs } })

/** No document says whether start and stop may be repeated: the variants decide. */
export const repeated = ({ repeatedCommand }: Variants, message: string): Decision =>
  repeatedCommand === 'refused' ? refuse(message) : { reply: success }

/** Every command but a forced migration needs the agent of its component's host (cm-api.md §1.8). */
export const agentIsSilent = ({ agentWaitMs }: Variants): Decision => ({
  refusal: {
    code: 'CM-RESOAT000011',
    message: 'Supervisor does not report any result after CM Retry 60 seconds.',
    retryable: true,
  },
  waitMs: agentWaitMs,
})
