import type { OperationKind } from '@wheelhouse/contract'
import type { Plan } from './plan.ts'
import { start } from './start.ts'
import { stop } from './stop.ts'

/** The plan of every kind of operation. */
export const plans: Record<OperationKind, Plan> = { start, stop }
