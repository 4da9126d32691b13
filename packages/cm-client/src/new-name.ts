import type { CmCall } from './call.ts'
import { isRecord, type Success } from './judge.ts'
import { redactText } from './redact.ts'
import { textOf } from './value.ts'

type Json = Success['json']

/**
 * The name of the component that a migration made, from the reply to it as it came, secrets and all;
 * null for every other call, and where the reply tells no name that could be used (cm-api.md §9.2).
 * It is a name of the component that was migrated, or none: what is not, would be started in its place.
 * The name itself holds no secret.
 */
export function newNameIn(json: Json, call: CmCall): string | null {
  if (call.path === '/applier/migrate') {
    // Documented is the field, not whether it is a string or an object (cm-api.md §1.2 row 14).
    const applier = own(json, 'applier')
    const name = isRecord(applier) ? own(applier, 'name') : applier
    return theOnly([name], textOf(call.form?.['applierName'] ?? ''))
  }
  if (call.path === '/connector/task/migrate') {
    const asked = textOf(call.query?.['taskName'] ?? '')
    // In what field CM answers is not documented for connectors. A name of the grammar is known wherever
    // it stands; any other could be any word, and is only taken from where a name is to be expected.
    const places = identityOf(asked) === null ? namePlaces(json) : textsOf(json).flatMap(wordsOf)
    return theOnly(places, asked)
  }
  return null
}

/** As long as the name of a directory can be. */
const longestName = 255

/** The grammar of §3, as leniently as names have been seen: all of them are ASCII. */
const NAME = /^[0-9A-Za-z][\w.-]*-\d{2,5}:(?<identity>[\w.:-]+):\d{10}$/

/** Of a name that is tracked the identity may hold more, a mask's `*` for one. */
const identityOf = (name: string) =>
  /^[\w.-]+-\d{2,5}:(?<identity>.+):\d{10}$/u.exec(name)?.groups?.['identity'] ?? null

/** The one new name among these; null for none, and for several. */
function theOnly(candidates: readonly unknown[], asked: string): string | null {
  const texts = candidates.filter(
    (it): it is string => typeof it === 'string' && it.length <= longestName,
  )
  const names = new Set(texts.filter((name) => isOfSame(name, asked)).filter(isUsable))
  names.delete(asked)
  const [name = null] = names
  return names.size === 1 ? name : null
}

/** A move keeps the identity (§3). A name of another form has none, and is to be found in the new one whole. */
function isOfSame(name: string, asked: string): boolean {
  const identity = identityOf(asked)
  if (identity !== null) return NAME.test(name) && identityOf(name) === identity
  if (name.includes('/')) return false
  return `:${name}:`
    .split(asked)
    .some((before, at, parts) => isEdge(before.at(-1)) && isEdge(parts[at + 1]?.[0]))
}

/** What stands beside a word that is whole. */
const isEdge = (character: string | undefined) =>
  character !== undefined && /[^A-Za-z0-9]/.test(character)

/** The fields in which a name is to be expected, `docs/assumptions.md`. */
function namePlaces(json: Json): unknown[] {
  const task = own(json, 'task')
  const fields = ['result', 'connector', 'taskName'].map((field) => own(json, field))
  return [...fields, isRecord(task) ? own(task, 'name') : null]
}

/**
 * Words of a sentence in any language. What a name must not hold stays in its word, so that a name
 * with a `*` in it never passes for the half of it behind the `*`.
 */
const wordsOf = (text: string) =>
  text
    .split(/[^\w.:*&?#\\\p{C}-]+|[\t\r\n]+/u)
    .filter((word) => word.length <= longestName)
    .map((word) => word.replace(/^[.:-]+|[.:-]+$/g, ''))

/** Nothing masked, nothing that means something to a URL, a shell's line or JSON, and no secret. */
const isUsable = (name: string) =>
  /^[^\s\p{C}*&?#"'`<>{}()\\=,;$]+$/u.test(name) &&
  // The random middle of a name spells a secret word now and then, so the grammar clears it.
  (NAME.test(name) || redactText(name) === name)

/** Every key and every text, however deep: a list of what is still to be seen, no recursion. */
function textsOf(json: Json): string[] {
  const texts: string[] = []
  const unseen: unknown[] = [json]
  for (let value = unseen.pop(); value !== undefined; value = unseen.pop()) {
    if (typeof value === 'string') texts.push(value)
    if (typeof value !== 'object' || value === null) continue
    if (!Array.isArray(value)) for (const key of Object.keys(value)) texts.push(key)
    for (const inner of Object.values(value)) unseen.push(inner)
  }
  return texts
}

const own = (json: Json, key: string) => (Object.hasOwn(json, key) ? json[key] : undefined)
