import type { FastifyRequest } from 'fastify'
import type { Access } from '../features/access/access.ts'
import type { ClusterDirectory } from '../features/clusters/directory.ts'
import type { AuditTrail } from '../features/audit/trail.ts'
import type { Inventory } from '../features/components/inventory.ts'
import type { Permitting } from '../features/operations/permitting.ts'
import type { OperationRepository } from '../features/operations/record/repository.ts'
import type { Denial } from '../plugins/denials.ts'
import type { Targets } from '../plugins/access.ts'

interface Rooms {
  identity: Pick<Access, 'principalOf' | 'setup'>
  inventory: Inventory
  clusters: ClusterDirectory
  operations: OperationRepository
  permitting: Permitting
  trail: AuditTrail
}

/** What the door has to know of the rooms behind it, which are built after it. */
export function doorTo(rooms: () => Rooms) {
  const targets: Targets = {
    component: (id) => {
      const { inventory } = rooms()
      return inventory.has(id) ? inventory.get(id) : undefined
    },
    operation: async (id) => {
      const operation = await rooms().operations.find(id)
      return operation && rooms().permitting.targetOf(operation)
    },
    hasCluster: (id) => rooms().clusters.has(id),
  }
  const onDenied = async (denial: Denial) => {
    await rooms().trail.record({ kind: 'access.denied', ...denial })
  }
  return {
    principalOf: (request: FastifyRequest) => rooms().identity.principalOf(request),
    isSetupNeeded: () => rooms().identity.setup.isNeeded(),
    targets,
    onDenied,
  }
}
