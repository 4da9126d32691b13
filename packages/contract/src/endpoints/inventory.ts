import * as z from 'zod/mini'
import { trackResultSchema, trackSchema } from '../component.ts'
import { endpoint } from '../endpoint.ts'
import { importResultSchema, importSchema, inventoryRowSchema } from '../inventory.ts'
import { idParams, listOf } from './parts.ts'

export const trackComponents = endpoint({
  method: 'POST',
  path: '/components',
  summary: 'Track components by their names; a result for each name',
  body: trackSchema,
  permission: 'inventory',
  audit: ['component.tracked'],
  replies: { 200: listOf(trackResultSchema) },
})

export const untrackComponent = endpoint({
  method: 'DELETE',
  path: '/components/{id}',
  summary: 'Stop watching a component; nothing is sent to CM',
  params: idParams,
  permission: 'inventory',
  target: 'component',
  audit: ['component.untracked'],
  replies: { 204: z.null() },
})

export const importInventory = endpoint({
  method: 'POST',
  path: '/inventory',
  summary: 'Track components by the rows of a file; a result for each row',
  body: importSchema,
  permission: 'inventory',
  // A row's note and level stand in the record of its component.
  audit: ['component.tracked'],
  replies: { 200: listOf(importResultSchema) },
})

export const exportInventory = endpoint({
  method: 'GET',
  path: '/inventory',
  summary: 'Everything that is tracked, in the form in which it can be imported',
  permission: 'read',
  audit: ['inventory.exported'],
  replies: { 200: listOf(inventoryRowSchema) },
})
