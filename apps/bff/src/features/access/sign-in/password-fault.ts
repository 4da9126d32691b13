import { longestPassword, shortestPassword, type PasswordFault } from '@wheelhouse/contract'
import { Problem } from '../../../http/problem.ts'
import { wellKnownPasswords } from './well-known-passwords.ts'

/** So much must be left of a password when its user's name is taken out of it. */
const leastBesideName = 8
/** Of so many different characters it must consist. */
const leastVariety = 5

const sentences: Record<PasswordFault, string> = {
  'too-short': `a password has at least ${shortestPassword} characters`,
  'too-long': `a password has at most ${longestPassword} bytes`,
  'like-the-name': 'a password is not made of the name',
  'well-known': 'that is one of the passwords that are tried first',
}

/** Why somebody can't choose a password; undefined where they can. */
export function passwordFault(password: string, name: string): PasswordFault | undefined {
  if (Array.from(password).length < shortestPassword) return 'too-short'
  if (Buffer.byteLength(password) > longestPassword) return 'too-long'
  if (isLikeName(password.toLowerCase(), name)) return 'like-the-name'
  return isWellKnown(password.toLowerCase()) ? 'well-known' : undefined
}

/** Throws `INVALID_INPUT` with the fault. Of the password itself nothing is said. */
export function refuseBadPassword(password: string, name: string, field = 'body.password') {
  const fault = passwordFault(password, name)
  if (fault) throw new Problem('INVALID_INPUT', sentences[fault], { field, fault })
}

function isLikeName(password: string, name: string): boolean {
  if (name.length < 3) return false
  const backwards = Array.from(name).toReversed().join('')
  const rest = password.replaceAll(name, '').replaceAll(backwards, '')
  return rest !== password && rest.length < leastBesideName
}

/** A word that everybody tries, also with digits and signs around it, written in digits, or repeated. */
function isWellKnown(password: string): boolean {
  if (new Set(password).size < leastVariety || isRun(password)) return true
  const spellings = [password, unleeted(password)]
  return spellings.some((spelling) =>
    [spelling, bare(spelling)].some((one) => wellKnownPasswords.has(once(one))),
  )
}

/** One word or sequence over and over is no more than itself. */
const once = (text: string): string =>
  /^(?<unit>.+?)\k<unit>+$/u.exec(text)?.groups?.['unit'] ?? text

const bare = (text: string): string => text.replaceAll(/^[^a-z]+|[^a-z]+$/gu, '')

const letters: Readonly<Record<string, string>> = {
  '0': 'o',
  '1': 'i',
  '3': 'e',
  '4': 'a',
  '5': 's',
  '7': 't',
  '@': 'a',
  $: 's',
  '!': 'i',
}
/** Digits at the end are mostly a number; within, they stand for letters. */
const unleeted = (text: string): string =>
  text.replace(/[^a-z@$]+$/u, '').replaceAll(/[0134577@$!]/gu, (sign) => letters[sign] ?? sign)

/** `abcdefghijkl`, `210987654321`: each character follows on the one before, a digit also over the end. */
function isRun(text: string): boolean {
  const steps = Array.from(text)
    .slice(1)
    .map((character, at) => {
      const step = (character.codePointAt(0) ?? 0) - (text.codePointAt(at) ?? 0)
      return step === -9 ? 1 : step === 9 ? -1 : step
    })
  return [1, -1].some((way) => steps.every((step) => step === way))
}
