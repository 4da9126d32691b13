import * as z from 'zod/mini'
import { endpoint } from '../endpoint.ts'
import { operationRequestSchema } from '../operation-input.ts'
import {
  operationKindSchema,
  operationSchema,
  operationStateSchema,
  planSchema,
} from '../operation.ts'
import { idParams, limit, listOf } from './parts.ts'

export const createOperation = endpoint({
  method: 'POST',
  path: '/operations',
  summary: 'Ask for a change; with dryRun=true only its plan is answered and nothing is done',
  query: z.strictObject({ dryRun: z.optional(z.enum(['true', 'false'])) }),
  body: operationRequestSchema,
  idempotencyKey: true,
  permission: 'operate',
  audit: ['operation.asked'],
  replies: { 200: planSchema, 202: operationSchema },
})

export const listOperations = endpoint({
  method: 'GET',
  path: '/operations',
  summary: 'Operations, the newest first',
  query: z.strictObject({
    component: z.optional(z.string()),
    kind: z.optional(operationKindSchema),
    state: z.optional(operationStateSchema),
    limit,
  }),
  permission: 'read',
  audit: 'none',
  replies: { 200: listOf(operationSchema) },
})

export const getOperation = endpoint({
  method: 'GET',
  path: '/operations/{id}',
  summary: 'One operation with its steps, requests and replies',
  params: idParams,
  permission: 'read',
  target: 'operation',
  audit: 'none',
  replies: { 200: operationSchema },
})
