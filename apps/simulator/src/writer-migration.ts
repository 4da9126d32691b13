import { agentIsSilent, refuse, type Decision, type Migrated, type Order } from './decision.ts'
import { valueOf } from './form.ts'
import type { Host } from './host.ts'
import { newNameOf, sequenceOf, takeName } from './new-name.ts'
import type { Simulation } from './simulation.ts'
import { targetHost } from './target-host.ts'
import { isDown, putWriter, removeWriter } from './world.ts'
import { portOf, stoppedWriter, wholeSeconds, type Writer } from './writer.ts'

/**
 * `/applier/migrate` (cm-api.md §1.2, row 14): the writer gets a new name on another host and
 * waits there to be started. `force=true` does without the agent of its old host.
 */
export function migrateWriter(simulation: Simulation, writer: Writer, order: Order): Decision {
  const { world, variants } = simulation
  if (writer.active) return refuse(`applier ${writer.name} is running, stop it first`)
  const host = targetHost(world, order.params)
  if ('refused' in host) return host.refused
  const isForced = valueOf(order.params, 'force') === 'true'
  if (!isForced && isDown(world, writer.host.name)) return agentIsSilent(variants)
  // The writer as it was decided about: where the effect is doubled, the old one has gone by then.
  const migrated = () => writerOn(simulation, writer, host)
  return {
    ...sayMigrated(simulation, migrated()),
    effect: {
      kind: 'migrated',
      carryOut: (nowMs) => {
        const moved = { ...migrated(), createdAtMs: wholeSeconds(nowMs) }
        leave(simulation, writer, nowMs)
        takeName(world, moved.name)
        putWriter(world, { ...moved, modifiedAtMs: moved.createdAtMs }, nowMs)
        return sayMigrated(simulation, moved)
      },
    },
  }
}

/** The new writer: what the old one was, but elsewhere, and stopped. */
function writerOn({ world, variants, seed }: Simulation, writer: Writer, host: Host): Writer {
  const name = newNameOf(world, {
    name: writer.name,
    host: host.name,
    sequence: variants.sequence,
  })
  return {
    // Its checkpoint stands where the old one's does: that one is not running.
    ...stoppedWriter(writer, variants.statusAfterStop, writer.anchorMs),
    name,
    host: { name: host.name, location: host.location },
    port: portOf(name),
    jitterSeed: `${seed}/${name}`,
    cfg: new Map([...writer.cfg, ['daemon.ip', host.name], ['subId', sequenceOf(name)]]),
  }
}

/** What becomes of the old name. Its process may be on a dead host, and come back with it. */
function leave({ world, variants }: Simulation, writer: Writer, nowMs: number): void {
  if (variants.oldName === 'gone') removeWriter(world, writer.name, nowMs)
  else putWriter(world, { ...writer, stale: true }, nowMs)
}

function sayMigrated({ variants }: Simulation, writer: Writer): Migrated {
  const { name, host, status } = writer
  const applier =
    variants.applier === 'name' ? name : { name, ip: host.name, location: host.location, status }
  return { newName: name, reply: { applier, isSuccess: true } }
}
