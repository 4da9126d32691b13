import type { FaultKind, When } from './fault-kinds.ts'

/** A fault that waits for its calls. */
export interface Fault {
  /** Such as `POST /applier/stop`. */
  endpoint: string
  fault: FaultKind
  /** Strikes calls that name this component; any call where it is `null`. */
  name: string | null
  /** How many calls that fit it lets pass yet, whatever else strikes them. */
  skip: number
  /** How many calls it strikes yet. */
  calls: number
  /** How many it has struck. */
  struck: number
  when: When
  /** Of `slow`, `late`, `refuse`, `drip` (between two bytes) and `stale-read` (its age). */
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
  /** The first fault that this call meets, as it is now; one of its calls is used up. */
  take: (endpoint: string, name: string | undefined) => Fault | undefined
  /** How long CM's port closes from now on, where a fault has that; it is used up. */
  takeRefusalMs: () => number | undefined
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
      const fitting = faults.filter(
        (fault) => fault.endpoint === endpoint && (fault.name === null || fault.name === name),
      )
      const struck = fitting.find(({ fault, skip }) => skip === 0 && fault !== 'refuse')
      for (const fault of fitting) fault.skip = Math.max(0, fault.skip - 1)
      if (struck === undefined) return undefined
      struck.calls -= 1
      struck.struck += 1
      if (struck.calls === 0) faults = faults.filter((fault) => fault !== struck)
      return { ...struck }
    },
    takeRefusalMs: () => {
      const due = faults.find(({ fault, skip }) => fault === 'refuse' && skip === 0)
      faults = faults.filter((fault) => fault !== due)
      return due?.ms
    },
    armed: () => faults,
    clear: () => {
      faults = []
    },
  }
}

/** How often a call has its effect. A slow CM is late, but it does what it was asked. */
export function effectsUnder(fault: Fault | undefined): 0 | 1 | 2 {
  if (fault?.fault === 'double') return 2
  return fault === undefined || fault.fault === 'slow' || fault.when === 'after' ? 1 : 0
}
