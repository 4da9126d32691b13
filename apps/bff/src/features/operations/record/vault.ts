import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto'

/** The secrets of an operation by the variable that stands for each in its calls. */
export type Secrets = Readonly<Record<string, string>>

/**
 * Encrypts an operation's secrets with a key that is not in the database (AES-256-GCM), bound to the
 * operation, so that they can't be moved to another. Null where there are none.
 */
export function seal(secrets: Secrets, key: Buffer, operation: string): string | null {
  if (Object.keys(secrets).length === 0) return null
  const iv = randomBytes(12)
  const cipher = createCipheriv('aes-256-gcm', key, iv).setAAD(Buffer.from(operation))
  const text = Buffer.concat([cipher.update(JSON.stringify(secrets), 'utf8'), cipher.final()])
  return Buffer.concat([iv, cipher.getAuthTag(), text]).toString('base64')
}

/** The secrets again; throws where the text, the key or the operation is another. */
export function unseal(sealed: string | null, key: Buffer, operation: string): Secrets {
  if (sealed === null) return {}
  const bytes = Buffer.from(sealed, 'base64')
  const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, 12))
    .setAAD(Buffer.from(operation))
    .setAuthTag(bytes.subarray(12, 28))
  const text = Buffer.concat([decipher.update(bytes.subarray(28)), decipher.final()])
  // Sealed by `seal` alone.
  return JSON.parse(text.toString('utf8')) as Secrets
}
