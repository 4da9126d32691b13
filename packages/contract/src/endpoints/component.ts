import * as z from 'zod/mini'
import { componentSchema, longestNote } from '../component.ts'
import { configSchema } from '../config.ts'
import { endpoint } from '../endpoint.ts'
import { historySchema, historySpanSchema, recordedCheckpointSchema } from '../history.ts'
import { nameSchema } from '../names.ts'
import { protectionLevelSchema } from '../protection.ts'
import { askWriterSchema, cmAnswerSchema, rawSchema } from '../raw.ts'
import { idParams, listOf } from './parts.ts'

export const changeComponent = endpoint({
  method: 'PATCH',
  path: '/components/{id}',
  summary: 'A note on a component, or how much lag it may have; nothing is sent to CM',
  params: idParams,
  body: z.strictObject({
    /** Empty takes it away. */
    note: z.optional(z.string().check(z.maxLength(longestNote))),
    /** Null: its cluster's. */
    protection: z.optional(z.nullable(protectionLevelSchema)),
  }),
  permission: 'inventory',
  target: 'component',
  audit: ['component.noted', 'component.protected'],
  replies: { 200: componentSchema },
})

export const getHistory = endpoint({
  method: 'GET',
  path: '/components/{id}/history',
  summary: 'Its lag and its verdicts over time, with what was done to it',
  params: idParams,
  query: z.strictObject({
    span: historySpanSchema,
    /** Where the span ends, ISO 8601; now, unless told. */
    until: z.optional(z.iso.datetime({ offset: true })),
  }),
  permission: 'read',
  target: 'component',
  audit: 'none',
  replies: { 200: historySchema },
})

export const listCheckpoints = endpoint({
  method: 'GET',
  path: '/components/{id}/checkpoints',
  summary: 'Positions that it had and can be rewound to, the newest first',
  params: idParams,
  permission: 'read',
  target: 'component',
  audit: 'none',
  replies: { 200: listOf(recordedCheckpointSchema) },
})

export const listNames = endpoint({
  method: 'GET',
  path: '/components/{id}/names',
  summary: 'The names that a component has had, the newest first',
  params: idParams,
  permission: 'read',
  target: 'component',
  audit: 'none',
  replies: { 200: listOf(nameSchema) },
})

export const getConfig = endpoint({
  method: 'GET',
  path: '/components/{id}/config',
  summary: 'What is known of its configuration, secrets cut',
  params: idParams,
  permission: 'read',
  target: 'component',
  audit: 'none',
  replies: { 200: configSchema },
})

export const getRaw = endpoint({
  method: 'GET',
  path: '/components/{id}/raw',
  summary: "CM's newest answer about it, redacted; nothing is asked",
  params: idParams,
  permission: 'read',
  target: 'component',
  audit: 'none',
  replies: { 200: rawSchema },
})

export const askCm = endpoint({
  method: 'GET',
  path: '/clusters/{id}/cm/JDBCWriter/detail',
  summary: 'Ask CM now about a tracked writer: its answer as it is, secrets cut',
  params: idParams,
  query: askWriterSchema,
  permission: 'read',
  target: 'cluster',
  audit: 'none',
  replies: { 200: cmAnswerSchema },
})
