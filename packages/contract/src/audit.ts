import * as z from 'zod/mini'
import { componentKindSchema } from './kind.ts'

/** What the audit trail records. `machine` kinds have the actor `wheelhouse`. */
export const auditKinds = [
  'operation.asked',
  'step.intent', // on record before the call leaves
  'step.outcome', // what came back, or that nothing did
  'step.settled', // learnt by reading
  'step.decided', // a person said: it happened, skip it, try it again
  'operation.retried',
  'operation.abandoned',
  'operation.ended',
  'verification.ended',
  'component.tracked',
  'component.untracked',
  'component.renamed',
  'component.noted',
  'component.protected',
  'cluster.protected',
  'inventory.exported',
  'audit.exported',
  'process.started',
  'session.began', // somebody signed in
  'session.refused', // somebody tried to
  'session.ended',
  'session.revoked',
  'access.denied', // what was asked for is not allowed to who asked
  'setup.finished', // the first administrator
  'setup.refused',
  'user.created',
  'user.changed',
  'password.changed',
  'token.created',
  'token.revoked',
  'product.read-only',
  'cluster.read-only',
] as const
const auditKindSchema = z.enum(auditKinds)
export type AuditKind = z.output<typeof auditKindSchema>

export const auditRecordSchema = z.object({
  /** From 1 on, without a gap. */
  seq: z.number(),
  at: z.string(),
  kind: auditKindSchema,
  /** Who did it; `wheelhouse` where nobody asked. */
  actor: z.string(),
  /** As the component was called then. */
  component: z.nullable(
    z.object({ id: z.string(), cluster: z.string(), kind: componentKindSchema, name: z.string() }),
  ),
  operation: z.nullable(z.string()),
  /** The step's position in its operation, from 0 on. */
  step: z.nullable(z.number()),
  /** What else there is to say; its keys belong to the kind. Secrets are cut. */
  body: z.record(z.string(), z.unknown()),
  /** Of a `step.intent`: nothing that came of it is on record, though it was begun long ago. */
  isUnfinished: z.optional(z.boolean()),
  /** HMAC-SHA256 over this record and the `mac` of the one before, hex. */
  mac: z.string(),
})
export type AuditRecord = z.output<typeof auditRecordSchema>

const isoTime = z.iso.datetime({ offset: true })

/** What the trail can be narrowed to. */
export const auditFilterSchema = z.strictObject({
  /** The component's id. */
  component: z.optional(z.string()),
  /** The operation's id. */
  operation: z.optional(z.string()),
  kind: z.optional(auditKindSchema),
  actor: z.optional(z.string()),
  cluster: z.optional(z.string()),
  /** A substring of the component's name or of the body, in any case of letters. */
  q: z.optional(z.string().check(z.maxLength(512))),
  /** ISO 8601; this moment and later. */
  from: z.optional(isoTime),
  /** ISO 8601; before this moment. */
  to: z.optional(isoTime),
  /** Only steps that were begun, long ago, and of which nothing is on record that came of them. */
  unfinished: z.optional(z.literal('true')),
})
export type AuditFilter = z.output<typeof auditFilterSchema>
