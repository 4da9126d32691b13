import { MASK } from './secrets.ts'

/**
 * Masks runs of base64 and hex behind which a text stands: nobody can read off them whether it is a secret,
 * and of the words and names that CM says hardly one is such a run by chance.
 */
export const maskEncoded = (text: string) =>
  text.replace(/[A-Za-z0-9+/_-]{20,}={0,2}/g, (run) => (isText(run) ? MASK : run))

/** A path or a name has many parts; what is encoded has one. */
const isText = (run: string) =>
  isPrintable(Buffer.from(run, 'base64')) ||
  (/^(?:[\da-f]{2})+$/i.test(run) && isPrintable(Buffer.from(run, 'hex')))

const strictly = new TextDecoder('utf-8', { fatal: true })

function isPrintable(bytes: Buffer): boolean {
  try {
    return /^[^\p{Cc}\p{Cn}\p{Co}]+$/u.test(strictly.decode(bytes).replace(/[\t\r\n]/g, ' '))
  } catch {
    return false
  }
}
