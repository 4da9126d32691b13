import type { StepName } from '@wheelhouse/contract'
import type { Simulator } from '@wheelhouse/simulator'
import type { Subject } from './crash-subject.ts'

/** What somebody finds who looks on the hosts, whatever CM and Wheelhouse say. */
export interface Found {
  isRunning: boolean
  /** Epoch seconds. */
  checkpoint: number
  /** The position that was written down for its next start, as it stands there. */
  written: string
}

/** `undefined` where there is no such component. */
export async function lookFor(
  name: string,
  { cell }: Pick<Subject, 'cell'>,
  simulator: Simulator,
): Promise<Found | undefined> {
  const { writers, connectors } = await simulator.world()
  if (cell.plan.kind === 'writer') {
    const writer = writers.find((one) => one.name === name && !one.stale)
    if (!writer) return undefined
    const { active, checkpoint } = writer
    // Its type says only which key is always there.
    const cfg: Record<string, string> = writer.cfg
    return { isRunning: active, checkpoint, written: cfg['timestamp'] ?? '' }
  }
  const connector = connectors.find((one) => one.name === name)
  return (
    connector && {
      isRunning: connector.running,
      checkpoint: connector.checkpoint,
      written: connector.config.source['checkpoint'] ?? '',
    }
  )
}

/** Whether a write was carried out, by what there is to see in the world; a check never is. */
export async function didHappen(
  step: StepName,
  subject: Subject,
  simulator: Simulator,
): Promise<boolean> {
  const { name, newName, target } = subject
  const [old, moved] = await Promise.all([
    lookFor(name, subject, simulator),
    lookFor(newName, subject, simulator),
  ])
  const happened: Partial<Record<StepName, boolean>> = {
    stop: old?.isRunning === false,
    'move-checkpoint': old?.written.includes(String(target)) === true,
    'start-there': old?.isRunning === true,
    migrate: moved !== undefined,
    'start-new': moved?.isRunning === true,
  }
  return happened[step] === true
}
