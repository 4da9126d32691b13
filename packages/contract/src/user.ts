import * as z from 'zod/mini'
import { grantsSchema } from './access.ts'

/** Characters that can stand in a URL, a log line and a file name alike; no two names differ by case alone. */
export const userNameSchema = z
  .string()
  .check(z.regex(/^[a-z0-9][a-z0-9._-]{0,62}$/, 'lower-case letters, digits, dots and dashes'))

export const shortestPassword = 12
/** In UTF-8 bytes; longer ones would let a stranger keep the processor busy. */
export const longestPassword = 256
/** A password that is being chosen; what makes it a bad one, the server says (`fault`). */
export const newPasswordSchema = z.string().check(z.minLength(1), z.maxLength(longestPassword))

/** Why a password can't be chosen. */
export const passwordFaults = ['too-short', 'too-long', 'like-the-name', 'well-known'] as const
export type PasswordFault = (typeof passwordFaults)[number]

export const userSchema = z.object({
  id: z.string(),
  name: z.string(),
  grants: grantsSchema,
  createdAt: z.string(),
  createdBy: z.string(),
  /** When a request of theirs last came in; null for never. */
  seenAt: z.nullable(z.string()),
  /** Since when they can't sign in; null while they can. */
  disabledAt: z.nullable(z.string()),
})
export type User = z.output<typeof userSchema>

/** A browser that is signed in. */
export const signedInSchema = z.object({
  id: z.string(),
  user: z.string(),
  /** Whether it is the one that asks. */
  isThis: z.boolean(),
  createdAt: z.string(),
  seenAt: z.string(),
  /** When it ends, whatever is done with it. */
  endsAt: z.string(),
  /** As the browser named itself when it signed in. */
  userAgent: z.string(),
  address: z.string(),
})
export type SignedIn = z.output<typeof signedInSchema>

export const longestTokenDays = 366

/** What a script signs in with. It may do what its own grants and those of its owner both allow. */
export const apiTokenSchema = z.object({
  id: z.string(),
  /** Chosen by its owner; unique among theirs. */
  name: z.string(),
  /** The owner's name. */
  user: z.string(),
  grants: grantsSchema,
  createdAt: z.string(),
  expiresAt: z.string(),
  /** When it was last used; null for never. */
  seenAt: z.nullable(z.string()),
  revokedAt: z.nullable(z.string()),
})
export type ApiToken = z.output<typeof apiTokenSchema>

/** The only answer that ever holds the token's text. */
export const newApiTokenSchema = z.extend(apiTokenSchema, { token: z.string() })
export type NewApiToken = z.output<typeof newApiTokenSchema>
