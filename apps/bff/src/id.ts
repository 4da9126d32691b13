import { randomBytes } from 'node:crypto'

const letters = '0123456789abcdefghjkmnpqrstvwxyz'

/** Opaque and short enough to be read out: sixteen of thirty-two letters, 80 random bits. */
export const newId = (): string =>
  [...randomBytes(16)].map((byte) => letters[byte % letters.length]).join('')
