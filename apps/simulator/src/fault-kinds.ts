/** The ways in which an upstream misbehaves. */
export const faultKinds = [
  'refuse',
  'reset',
  'hang',
  'slow',
  'late',
  'double',
  'drip',
  'half-body',
  'bad-length',
  'html',
  'empty',
  'text',
  'status',
  'reject',
  'reject-but-done',
  'lie-success',
  'wrong-type',
  'wrong-name',
  'stale-read',
  'flap',
  'redirect',
  'huge',
] as const

export type FaultKind = (typeof faultKinds)[number]

/** Whether the fault strikes before the effect, or after it. */
export type When = 'before' | 'after'

/** When the faults strike that could not strike at another time. */
export const fixedWhen: Partial<Record<FaultKind, When>> = {
  refuse: 'before',
  reject: 'before',
  'lie-success': 'before',
  'stale-read': 'before',
  flap: 'before',
  late: 'after',
  double: 'after',
  'reject-but-done': 'after',
}

/** The `ms` of a fault that names none: a closed port, a pause, a byte, or an age. */
export const usualMs = (kind: FaultKind): number => unusualMs[kind] ?? 1000

const unusualMs: Partial<Record<FaultKind, number>> = { late: 3000, 'stale-read': 60_000 }

/** What a fault needs to know of the endpoint that it is armed for. */
export interface Target {
  reads: boolean
  /** Its reply carries the name of a component. */
  says: boolean
}

const needsEffect = ({ reads }: Target) =>
  reads ? 'needs a call that changes the world' : undefined

const needsRead = ({ reads }: Target) => (reads ? undefined : 'needs a call that reads a component')

const needsName = ({ says }: Target) => (says ? undefined : 'needs a reply that carries a name')

const needs: Partial<Record<FaultKind, (target: Target) => string | undefined>> = {
  late: needsEffect,
  double: needsEffect,
  'stale-read': needsRead,
  flap: needsRead,
  'wrong-name': needsName,
}

/** Why a fault makes no sense on an endpoint; `undefined` where it does. */
export const misfitOf = (kind: FaultKind, target: Target): string | undefined =>
  needs[kind]?.(target)
