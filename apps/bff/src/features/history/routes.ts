import { setImmediate } from 'node:timers/promises'
import {
  getHistory,
  listCheckpoints,
  listLagTrails,
  spanSeconds,
  type HistorySpan,
  type LagTrail,
} from '@wheelhouse/contract'
import { principalOf } from '../../plugins/access.ts'
import { Problem } from '../../http/problem.ts'
import { readScopeOf } from '../../rights/read-scope.ts'
import { routeOf, type App } from '../../http/route.ts'
import type { Inventory } from '../components/inventory.ts'
import { checkpointsOf } from './checkpoints.ts'
import { endOf, lagsOver, stepsOf, verdictsOver, type Steps } from './curve.ts'
import type { History } from './history.ts'
import { hourSeconds } from './hour.ts'
import { marksOf } from './marks.ts'
import type { OperationsOf } from './operations-of.ts'
import { fineStepSeconds } from './recent.ts'

interface Options {
  history: History
  inventory: Inventory
  operationsOf: OperationsOf
  clock: () => number
}

/** A week's answer stays below 100 kB with so many. */
const mostMarks = 150
/** So many of the newest operations have a checkpoint before them. */
const newestOperations = 20
const trailSteps = 60

export async function historyRoutes(app: App, options: Options) {
  const { history, inventory, operationsOf, clock } = options

  app.route({
    ...routeOf(getHistory),
    handler: async ({ params, query }) => {
      const { name } = inventory.get(params.id)
      const nowMs = clock()
      const untilMs = query.until === undefined ? nowMs : Date.parse(query.until)
      if (untilMs > nowMs)
        throw new Problem('INVALID_INPUT', 'query.until lies in the future', {
          field: 'query.until',
        })
      const steps = chartSteps(query.span, { untilMs, nowMs })
      const span = { fromSeconds: steps.fromSeconds, toSeconds: endOf(steps) }
      const hours = await history.hoursOf(params.id, span)
      const time = { fromMs: span.fromSeconds * 1000, toMs: span.toSeconds * 1000 }
      const operations = await operationsOf({ component: params.id, ...time, limit: mostMarks })
      const formerNames = inventory.formerNames.of(params.id)
      return {
        fromSeconds: steps.fromSeconds,
        stepSeconds: steps.stepSeconds,
        lags: lagsOver(hours, history.recentOf(params.id), steps),
        verdicts: verdictsOver(hours, span),
        marks: marksOf(operations, { name, formerNames }, time).slice(-mostMarks),
      }
    },
  })

  app.route({
    ...routeOf(listCheckpoints),
    handler: async ({ params }) => {
      inventory.get(params.id)
      const nowMs = clock()
      const nowSeconds = Math.floor(nowMs / 1000)
      const fromSeconds = nowSeconds - spanSeconds['7d']
      const hours = await history.hoursOf(params.id, { fromSeconds, toSeconds: nowSeconds })
      const operations = await operationsOf({
        component: params.id,
        fromMs: 0,
        toMs: nowMs + 1,
        limit: newestOperations,
      })
      const items = checkpointsOf(hours, { operations, nowSeconds })
      return { items, total: items.length }
    },
  })

  app.route({
    ...routeOf(listLagTrails),
    handler: async (request) => {
      const { query } = request
      const scope = readScopeOf(principalOf(request))
      const isSeen = (id: string) => inventory.has(id) && scope.sees(inventory.get(id))
      const span = query.span ?? '1h'
      const nowSeconds = Math.floor(clock() / 1000)
      const steps = stepsOf(span, nowSeconds, spanSeconds[span] / trailSteps)
      const items: LagTrail[] = []
      for (const id of new Set(query.components.split(',').filter(isSeen))) {
        items.push({ id, ...(await trailOf(id, steps)) })
        // Each is a query that the database answers at once; between them others have their turn.
        if (spanSeconds[span] > hourSeconds) await setImmediate()
      }
      return { items, total: items.length }
    },
  })

  async function trailOf(id: string, steps: Steps): Promise<Omit<LagTrail, 'id'>> {
    const recent = history.recentOf(id)
    const span = { fromSeconds: steps.fromSeconds, toSeconds: endOf(steps) }
    const isRecent = steps.stepSeconds * steps.count <= hourSeconds
    const hours = isRecent ? [] : await history.hoursOf(id, span)
    const { fromSeconds, stepSeconds } = steps
    return { fromSeconds, stepSeconds, lags: lagsOver(hours, recent, steps) }
  }
}

/** The finest steps that are known: only of the last hour is more than a minute's worst kept. */
function chartSteps(
  span: HistorySpan,
  { untilMs, nowMs }: { untilMs: number; nowMs: number },
): Steps {
  const untilSeconds = Math.floor(untilMs / 1000)
  if (span === '7d') return stepsOf(span, untilSeconds, 120)
  if (spanSeconds[span] > hourSeconds) return stepsOf(span, untilSeconds, 60)
  const fine = stepsOf(span, untilSeconds, fineStepSeconds)
  const isKnown = fine.fromSeconds >= Math.floor(nowMs / 1000) - hourSeconds
  return isKnown ? fine : stepsOf(span, untilSeconds, 60)
}
