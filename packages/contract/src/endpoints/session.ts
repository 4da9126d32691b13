import * as z from 'zod/mini'
import { endpoint } from '../endpoint.ts'
import { sessionSchema } from '../session.ts'
import { longestPassword, newPasswordSchema, signedInSchema, userNameSchema } from '../user.ts'
import { idParams, listOf } from './parts.ts'

/** As somebody types it: what is wrong with it is never told apart from a wrong one. */
const typed = z.string().check(z.minLength(1), z.maxLength(longestPassword))

export const getSession = endpoint({
  method: 'GET',
  path: '/session',
  summary: 'Who is asking and what they may do, and whether this is the demo',
  permission: 'public',
  audit: 'none',
  replies: { 200: sessionSchema },
})

export const signIn = endpoint({
  method: 'POST',
  path: '/session',
  summary: 'Sign in with a name and a password; the session travels as a cookie',
  body: z.strictObject({ name: typed, password: typed }),
  permission: 'public',
  audit: ['session.began'],
  replies: { 200: sessionSchema },
})

export const signOut = endpoint({
  method: 'DELETE',
  path: '/session',
  summary: 'End this session',
  permission: 'signed-in',
  audit: ['session.ended'],
  replies: { 204: z.null() },
})

export const setUp = endpoint({
  method: 'POST',
  path: '/setup',
  summary: 'Make the first administrator with the setup token, and sign them in',
  body: z.strictObject({ token: typed, name: userNameSchema, password: newPasswordSchema }),
  permission: 'public',
  audit: ['setup.finished', 'session.began'],
  replies: { 200: sessionSchema },
})

export const changePassword = endpoint({
  method: 'PUT',
  path: '/session/password',
  summary: 'Choose another password; every other session of this user ends',
  body: z.strictObject({ current: typed, password: newPasswordSchema }),
  permission: 'signed-in',
  audit: ['password.changed'],
  replies: { 200: sessionSchema },
})

export const listSessions = endpoint({
  method: 'GET',
  path: '/sessions',
  summary: 'Where one is signed in; with all=true where everybody is, for who may manage users',
  query: z.strictObject({ all: z.optional(z.enum(['true', 'false'])) }),
  permission: 'signed-in',
  audit: 'none',
  replies: { 200: listOf(signedInSchema) },
})

export const revokeSession = endpoint({
  method: 'DELETE',
  path: '/sessions/{id}',
  summary: 'End a session of one’s own, or of anybody for who may manage users',
  params: idParams,
  permission: 'signed-in',
  target: 'own',
  audit: ['session.revoked'],
  replies: { 204: z.null() },
})
