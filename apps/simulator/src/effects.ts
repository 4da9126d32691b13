export type ComponentKind = 'writer' | 'connector' | 'checker'

export type EffectKind = 'started' | 'stopped' | 'updated' | 'migrated' | 'cleaned'

/** One change that a call made to the world; a call may make none, one, or by a fault two. */
export interface Effect {
  /** When the world changed, epoch milliseconds: later than the call where that was slow. */
  at: number
  /** The number of the call that caused it. */
  call: number
  /** Such as `POST /applier/stop`. */
  endpoint: string
  kind: EffectKind
  component: ComponentKind
  /** A checker's is its `task.id`. */
  name: string
  /** The component that a migration has made. */
  newName?: string
}
