import * as z from 'zod/mini'
import { endpoint } from '../endpoint.ts'
import { hostSchema } from '../host.ts'
import { listOf } from './parts.ts'

export const listHosts = endpoint({
  method: 'GET',
  path: '/hosts',
  summary: 'The machines that tracked components run on, the worst first',
  query: z.strictObject({ cluster: z.optional(z.string()) }),
  permission: 'read',
  audit: 'none',
  replies: { 200: listOf(hostSchema) },
})
