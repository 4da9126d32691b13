import { isObservable, type Operation } from '@wheelhouse/contract'
import type { Inventory } from '../components/inventory.ts'
import { twinOf } from '../components/twins.ts'
import type { ObservationStore } from '../observations/store.ts'
import { Decisions } from './decisions.ts'
import { OperationEngine } from './engine.ts'
import { configMap, knownConfig } from './known-config.ts'
import { Ledger } from './ledger.ts'
import { Planner } from './planner.ts'
import { Runner } from './runner.ts'
import type { StoredOperation } from './stored-operation.ts'
import { unseal } from './vault.ts'

type RunnerOptions = ConstructorParameters<typeof Runner>[0]
type PlannerOptions = ConstructorParameters<typeof Planner>[0]
type EngineOptions = ConstructorParameters<typeof OperationEngine>[0]

type Options = Pick<
  RunnerOptions,
  'repository' | 'watch' | 'cmOf' | 'clock' | 'changed' | 'onBug'
> &
  Pick<PlannerOptions, 'componentOf' | 'clusterOf'> &
  Pick<EngineOptions, 'keys' | 'newId'> & { inventory: Inventory; observations: ObservationStore }

/** The rooms of this feature put together: planning, carrying out, and what people decide. */
export function operationsOf(options: Options) {
  const { repository, inventory, observations, keys, clock } = options
  const configOf = (id: string) =>
    knownConfig(id, { trackedOf: (it) => inventory.get(it), observations, repository })
  /** The component may have been untracked meanwhile: then there is nothing to rename. */
  const renamed = async ({ id, component, newName, actor }: StoredOperation) => {
    if (newName === null || !inventory.has(component.id)) return
    // A later migration has given it another name since.
    if (inventory.get(component.id).name !== component.name) return
    await inventory.rename(component.id, { name: newName, operation: id, by: actor }, clock())
  }
  const isTracked = ({ cluster, kind }: Operation['component'], name: string) =>
    inventory.hasName({ cluster, kind, name })

  const shared = { ...options, renamed, isTracked }
  const planner = new Planner({
    ...shared,
    knownOf: async (id) => {
      const config = await configOf(id)
      return { config: configMap(config), subtopics: config.subtopics }
    },
    isKnownHost: (cluster, host) =>
      [...inventory.all()].some(
        ({ id, cluster: other, kind }) =>
          other === cluster && isObservable(kind) && observations.get(id).reading?.host === host,
      ),
  })
  const runner = new Runner({
    ...shared,
    ledger: new Ledger(options),
    secretsOf: ({ sealed, id }) => unseal(sealed, keys.secrets, id),
    twinOf: (id) => (inventory.has(id) ? twinOf(id, { inventory, observations })?.name : undefined),
    gone: async ({ component }) => {
      if (inventory.has(component.id)) await inventory.untrack(component.id, 'wheelhouse')
    },
  })
  const engine = new OperationEngine({ ...shared, planner, runner })
  const decisions = new Decisions({ ...shared, runner })
  return { engine, decisions, runner, configOf }
}
