import * as z from 'zod/mini'
import { endpoint } from '../endpoint.ts'
import { settingsSchema } from '../setting.ts'

export const getSettings = endpoint({
  method: 'GET',
  path: '/settings',
  summary: 'What holds for the whole product',
  permission: 'signed-in',
  audit: 'none',
  replies: { 200: settingsSchema },
})

export const changeSettings = endpoint({
  method: 'PATCH',
  path: '/settings',
  summary: 'Switch writing to every CM off, or on again',
  body: z.strictObject({ readOnly: z.boolean() }),
  permission: 'settings',
  audit: ['product.read-only'],
  replies: { 200: settingsSchema },
})
