import { MASK } from './secrets.ts'
import { decoded, encodings, spelled, type Spellings } from './spellings.ts'

/** So many characters of a secret are told from any other word. */
const fewest = 4
/** An error of one server that is quoted by another is seldom encoded more often. */
const mostLayers = 6

/**
 * A text without the secrets that we know, however they are written in it, also where the text ends in the
 * middle of one. Where one can still be made out behind layers of encoding, nothing is left of the text.
 */
export function blankOut(text: string, secrets: readonly string[]): string {
  // One may be the beginning of another.
  const known = secrets
    .filter((secret) => secret !== '')
    .toSorted((one, other) => other.length - one.length)
  const blank = known.reduce(withoutOne, text)
  const long = known.filter((secret) => secret.length >= fewest)
  return long.length > 0 && isHidden(blank, long) ? MASK : blank
}

function withoutOne(text: string, secret: string): string {
  const forms = formsOf(secret).map(spelled)
  const byBeginning = new Map<string, (readonly Spellings[])[]>()
  for (const form of forms)
    for (const beginning of new Set(form[0]?.map((way) => way.charAt(0))))
      byBeginning.set(beginning, [...(byBeginning.get(beginning) ?? []), form])
  let left = ''
  let from = 0
  for (let at = 0; at < text.length;) {
    const end = endOfAny(text, at, byBeginning.get(text.charAt(at)))
    if (end !== undefined) {
      left += text.slice(from, at) + MASK
      from = end
    }
    at = end ?? at + 1
  }
  return left + text.slice(from)
}

const formsOf = (secret: string): readonly string[] =>
  secret.length < fewest ? [secret] : [secret, ...new Set(encodings(secret))]

function endOfAny(
  text: string,
  start: number,
  forms: readonly (readonly Spellings[])[] = [],
): number | undefined {
  for (const form of forms) {
    const end = endOf(text, start, form)
    if (end !== undefined) return end
  }
  return undefined
}

/** Where a secret that begins here ends; `undefined` where none does. */
function endOf(text: string, start: number, form: readonly Spellings[]): number | undefined {
  if (!form[0]?.some((way) => text.startsWith(way, start))) return undefined
  // Where it may have got to: `%25` is a percent sign in a query, and three characters elsewhere.
  let reached = new Set([start])
  for (const [count, ways] of form.entries()) {
    const further = new Set<number>()
    for (const at of reached) {
      if (count >= fewest && isCutIn(text, at, ways)) return text.length
      for (const way of ways) if (text.startsWith(way, at)) further.add(at + way.length)
    }
    if (further.size === 0) return undefined
    reached = further
  }
  return Math.max(...reached)
}

/** The text ends before, or in the middle of, the next character. */
function isCutIn(text: string, at: number, ways: Spellings): boolean {
  if (text.length - at > 64) return false
  const rest = text.slice(at)
  return ways.some((way) => way.length > rest.length && way.startsWith(rest))
}

/** Whether one of the secrets comes out where all layers are taken off, of the text and of the secret. */
function isHidden(text: string, secrets: readonly string[]): boolean {
  const core = coreOf(text)
  const cores = secrets.flatMap((secret) => [coreOf(secret), ...encodings(secret).map(bare)])
  return cores.some((it) => it.length >= fewest && core.includes(it))
}

function coreOf(text: string): string {
  let core = text
  for (let layer = 0; layer < mostLayers; layer += 1) {
    const inner = decoded(core)
    if (inner === core) break
    core = inner
  }
  return bare(core)
}

/** Without what a layer adds or takes: a form's blanks, the lines of base64, the marks of a string. */
const bare = (text: string) => text.replaceAll(/[\s+\\]/gu, '')
