import { createHash, randomBytes } from 'node:crypto'

/** 256 bits that nobody can guess, as text that fits a cookie and a header. */
export const newSecret = (): string => randomBytes(32).toString('base64url')

/** What is kept of it: with so many bits, the hash alone leads nobody back. */
export const sha256 = (secret: string): string => createHash('sha256').update(secret).digest('hex')
