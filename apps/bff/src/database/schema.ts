import type {
  ComponentKind,
  OperationKind,
  OperationState,
  Step,
  StepState,
  Verification,
} from '@wheelhouse/contract'

/** Every table as SQL holds it: times in epoch milliseconds, structures as JSON text. */
export interface Database {
  meta: { key: string; value: string }
  component: {
    id: string
    cluster: string
    kind: ComponentKind
    name: string
    origin: 'pasted' | 'configured'
    tracked_at: number
    /** When it was last found active after a stop of ours. */
    active_seen_at: number | null
  }
  operation: {
    id: string
    kind: OperationKind
    component_id: string
    /** The component while the operation is open, else null: unique, and so the lock. */
    open_component_id: string | null
    cluster: string
    component_kind: ComponentKind
    component_name: string
    /** What the component's last reading said when the operation was asked for; JSON or null. */
    before: string | null
    state: OperationState
    verification: Verification
    actor: string
    reason: string | null
    abandoned_because: string | null
    idempotency_key: string
    request_sha256: string
    created_at: number
    finished_at: number | null
  }
  step: {
    operation_id: string
    position: number
    name: Step['name']
    state: StepState
    /** JSON: method, path, curl. */
    request: string
    /** JSON: status, body, failure; null until something came back. */
    reply: string | null
    started_at: number | null
    finished_at: number | null
  }
}
