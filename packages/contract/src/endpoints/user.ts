import * as z from 'zod/mini'
import { grantsSchema } from '../access.ts'
import { endpoint } from '../endpoint.ts'
import { apiTokenSchema, newApiTokenSchema, newPasswordSchema } from '../user.ts'
import { userNameSchema, userSchema } from '../user.ts'
import { idParams, listOf } from './parts.ts'

export const listUsers = endpoint({
  method: 'GET',
  path: '/users',
  summary: 'Who can sign in, and what they may do',
  permission: 'users',
  audit: 'none',
  replies: { 200: listOf(userSchema) },
})

export const createUser = endpoint({
  method: 'POST',
  path: '/users',
  summary: 'Let somebody sign in',
  body: z.strictObject({ name: userNameSchema, password: newPasswordSchema, grants: grantsSchema }),
  permission: 'users',
  audit: ['user.created'],
  replies: { 201: userSchema },
})

export const changeUser = endpoint({
  method: 'PATCH',
  path: '/users/{id}',
  summary:
    'What somebody may do, whether they can sign in, a new password; it holds from their next request on',
  params: idParams,
  body: z.strictObject({
    grants: z.optional(grantsSchema),
    isDisabled: z.optional(z.boolean()),
    password: z.optional(newPasswordSchema),
  }),
  permission: 'users',
  target: 'own',
  audit: ['user.changed'],
  replies: { 200: userSchema },
})

export const listTokens = endpoint({
  method: 'GET',
  path: '/tokens',
  summary: 'One’s own API tokens; with all=true everybody’s, for who may manage users',
  query: z.strictObject({ all: z.optional(z.enum(['true', 'false'])) }),
  permission: 'signed-in',
  audit: 'none',
  replies: { 200: listOf(apiTokenSchema) },
})

export const createToken = endpoint({
  method: 'POST',
  path: '/tokens',
  summary: 'Make an API token; its text is answered this once',
  body: z.strictObject({
    name: userNameSchema,
    grants: grantsSchema,
    /** ISO 8601; in the future, a year ahead at most. */
    expiresAt: z.iso.datetime({ offset: true }),
  }),
  permission: 'signed-in',
  audit: ['token.created'],
  replies: { 201: newApiTokenSchema },
})

export const revokeToken = endpoint({
  method: 'DELETE',
  path: '/tokens/{id}',
  summary: 'Make a token of one’s own useless, or anybody’s for who may manage users',
  params: idParams,
  permission: 'signed-in',
  target: 'own',
  audit: ['token.revoked'],
  replies: { 204: z.null() },
})
