import type {
  AuditKind,
  ComponentKind,
  OperationKind,
  OperationState,
  ProtectionLevel,
  Step,
  StepState,
  Verification,
} from '@wheelhouse/contract'
import type { Generated } from 'kysely'

/** Every table as SQL holds it: times in epoch milliseconds, structures as JSON text. */
export interface Database {
  meta: { key: string; value: string }
  component: {
    id: string
    cluster: string
    kind: ComponentKind
    name: string
    origin: 'pasted' | 'configured' | 'imported'
    tracked_at: number
    /** When it was last found active after a stop of ours. */
    active_seen_at: number | null
    /** What somebody remarked on it, who and when; all null where nobody did. */
    note: string | null
    note_by: string | null
    note_at: number | null
    /** Its own level; null for its cluster's. */
    protection: ProtectionLevel | null
  }
  /** What was set for a cluster here; one without a row has the defaults. */
  cluster_setting: {
    cluster: string
    protection: ProtectionLevel
    /** 1 where writing to its CM is switched off here. */
    read_only: Generated<0 | 1>
  }
  /** What was set for the whole product here, by key. */
  setting: { key: string; value: string }
  user: {
    id: string
    name: string
    /** As a PHC string: the algorithm, its cost, the salt and the hash. */
    password: string
    /** JSON. */
    grants: string
    created_at: number
    created_by: string
    seen_at: number | null
    disabled_at: number | null
  }
  session: {
    /** Names the session in lists; nothing of its token follows from it. */
    id: string
    token_sha256: string
    user_id: string
    created_at: number
    seen_at: number
    ends_at: number
    user_agent: string
    address: string
  }
  api_token: {
    id: string
    token_sha256: string
    user_id: string
    name: string
    /** The name while it is not revoked, else null: unique among its owner's. */
    live_name: string | null
    /** JSON. */
    grants: string
    created_at: number
    expires_at: number
    seen_at: number | null
    revoked_at: number | null
  }
  /** A try to sign in that failed, or whose end is not known yet; one row for its name and one for its address. */
  sign_in_failure: { id: string; subject: string; at: number }
  /** An hour of a component, as `features/history/packed-hour.ts` packs it; `hour` counts from 1970. */
  lag_hour: { component_id: string; hour: number; packed: Uint8Array }
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
    /** The principal under whose grants it goes on; null in rows from before there were users. */
    authority: string | null
    reason: string | null
    abandoned_because: string | null
    idempotency_key: string
    request_sha256: string
    /** JSON: what was asked for, secrets cut; null in rows of the first version. */
    input: string | null
    /** JSON: the keys that it changes; null as above. */
    changes: string | null
    /** The name that a migration answered. */
    new_name: string | null
    /** The secrets that its steps carry, encrypted; null once it is closed. */
    sealed: string | null
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
    /** JSON: the call, with variables for secrets and for the new name. */
    call: string | null
    /** How often it was begun. */
    attempt: number
    /** JSON: the tries before this one; null for none. */
    earlier: string | null
    /** JSON: what a person said of it; null unless one did. */
    decision: string | null
    /** JSON: status, body, failure; null until something came back. */
    reply: string | null
    started_at: number | null
    finished_at: number | null
  }
  former_name: {
    id: string
    component_id: string
    cluster: string
    kind: ComponentKind
    name: string
    since: number
    until: number
    /** The migration that ended it. */
    operation_id: string
  }
  /** Grows only; `features/audit` alone writes it. */
  audit: {
    /** One more than the record before. */
    seq: number
    at: number
    kind: AuditKind
    actor: string
    cluster: string | null
    component_id: string | null
    component_kind: ComponentKind | null
    component_name: string | null
    operation_id: string | null
    step: number | null
    /** JSON. */
    body: string
    /** The `mac` of the record before, empty in the first. */
    prev_mac: string
    mac: string
  }
}
