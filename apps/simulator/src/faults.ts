/** The ways in which an upstream misbehaves. */
export const faultKinds = [
  'reset',
  'hang',
  'slow',
  'half-body',
  'html',
  'empty',
  'text',
  'status',
  'reject',
  'reject-but-done',
  'lie-success',
  'wrong-type',
  'wrong-name',
  'redirect',
  'huge',
] as const

export type FaultKind = (typeof faultKinds)[number]

/** Whether the fault strikes before the effect, or after it. */
export type When = 'before' | 'after'

/** A fault that waits for its calls. */
export interface Fault {
  /** Such as `POST /applier/stop`. */
  endpoint: string
  fault: FaultKind
  /** Strikes calls that name this component; any call where it is `null`. */
  name: string | null
  /** How many calls it strikes yet. */
  calls: number
  when: When
  /** Of `slow`. */
  ms: number
  /** Of `status`. */
  status: number
  /** Of `huge`. */
  bytes: number
  /** What `reject`, `text`, `html` and `status` say: an upstream may say anything, a password too. */
  words: string | null
}

export interface FaultList {
  arm: (fault: Fault) => void
  /** The first fault that this call meets, one of its calls used up. */
  take: (endpoint: string, name: string | undefined) => Fault | undefined
  armed: () => readonly Fault[]
  clear: () => void
}

export function createFaultList(): FaultList {
  let faults: Fault[] = []
  return {
    arm: (fault) => {
      faults.push({ ...fault })
    },
    take: (endpoint, name) => {
      const struck = faults.find(
        (fault) => fault.endpoint === endpoint && (fault.name === null || fault.name === name),
      )
      if (struck === undefined) return undefined
      struck.calls -= 1
      if (struck.calls === 0) faults = faults.filter((fault) => fault !== struck)
      return struck
    },
    armed: () => faults,
    clear: () => {
      faults = []
    },
  }
}

/** When the faults strike that lie about the effect; they could not strike at another time. */
export const fixedWhen: Partial<Record<FaultKind, When>> = {
  reject: 'before',
  'lie-success': 'before',
  'reject-but-done': 'after',
}

/** Whether a call has its effect nevertheless. A slow CM is late, but it does what it was asked. */
export const letsEffectHappen = (fault: Fault | undefined): boolean =>
  fault === undefined || fault.fault === 'slow' || fault.when === 'after'
