import { isObservable, type Operation } from '@wheelhouse/contract'
import type { Inventory } from '../components/inventory.ts'
import type { Twins } from '../components/twins.ts'
import type { Observation, ObservationStore } from '../observations/store.ts'
import { Decisions } from './decisions.ts'
import { OperationEngine } from './engine.ts'
import { configMap, knownConfig } from './known-config.ts'
import { Ledger } from './running/ledger.ts'
import { Permitting, type LookUp } from './permitting.ts'
import { Planner } from './planner.ts'
import { Runner } from './running/runner.ts'
import { unseal } from './record/vault.ts'

type RunnerOptions = ConstructorParameters<typeof Runner>[0]
type PlannerOptions = ConstructorParameters<typeof Planner>[0]
type EngineOptions = ConstructorParameters<typeof OperationEngine>[0]

type Options = Pick<
  RunnerOptions,
  'repository' | 'watch' | 'cmOf' | 'clock' | 'changed' | 'onBug'
> &
  Pick<PlannerOptions, 'componentOf' | 'clusterOf' | 'boundsOf'> &
  Pick<EngineOptions, 'keys' | 'newId'> & {
    inventory: Inventory
    observations: ObservationStore
    twins: Twins
    lookUp: LookUp
  }

/** The rooms of this feature put together: planning, carrying out, and what people decide. */
export function operationsOf(options: Options) {
  const { repository, inventory, observations, twins, keys } = options
  const configOf = (id: string) =>
    knownConfig(id, { trackedOf: (it) => inventory.get(it), observations, repository })
  const isTracked = ({ cluster, kind }: Operation['component'], name: string) =>
    inventory.hasName({ cluster, kind, name })

  const permitting = new Permitting({
    ...options,
    targetOf: (id) => (inventory.has(id) ? inventory.get(id) : undefined),
  })
  const shared = { ...options, isTracked, permitting }
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
    twinOf: (id) => (inventory.has(id) ? twins.of(id)?.name : undefined),
    othersAnswer: (id) => {
      const { cluster } = inventory.get(id)
      const others = [...inventory.all()].filter(
        (other) => other.cluster === cluster && other.id !== id && isObservable(other.kind),
      )
      return others.length === 0 || others.some((other) => isAnswered(observations.get(other.id)))
    },
    gone: async ({ component }) => {
      if (inventory.has(component.id)) await inventory.untrack(component.id, 'wheelhouse')
    },
  })
  const engine = new OperationEngine({ ...shared, planner, runner })
  const decisions = new Decisions({ ...shared, runner })
  return { engine, decisions, runner, configOf, permitting }
}

const isAnswered = ({ reading, failure }: Observation): boolean => reading !== null && !failure
