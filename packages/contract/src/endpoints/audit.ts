import * as z from 'zod/mini'
import { auditFilterSchema, auditRecordSchema } from '../audit.ts'
import { endpoint } from '../endpoint.ts'
import { limit, listOf } from './parts.ts'

export const listAudit = endpoint({
  method: 'GET',
  path: '/audit',
  summary: 'What was done, by whom and with what result, the newest first',
  query: z.extend(auditFilterSchema, {
    /** The `seq` at which the page before ended. */
    before: z.optional(z.string().check(z.regex(/^[1-9]\d{0,14}$/u))),
    limit,
  }),
  permission: 'audit',
  audit: 'none',
  replies: { 200: listOf(auditRecordSchema) },
})

export const exportAudit = endpoint({
  method: 'GET',
  path: '/audit/export',
  summary: 'The audit trail as a file, the oldest first; that it was taken is recorded in it',
  query: z.extend(auditFilterSchema, { format: z.enum(['csv', 'jsonl']) }),
  /** The text of the file: a row, or a JSON object a line, for each record. */
  permission: 'audit',
  audit: ['audit.exported'],
  replies: { 200: z.string() },
})
