import type { CmCall } from './call.ts'
import { isRecord, type Success } from './judge.ts'
import { redactText } from './redact.ts'
import { textOf } from './value.ts'

type Json = Success['json']

/**
 * The name of the component that a migration made, from the reply to it as it came, secrets and all;
 * null for every other call, and where the reply tells no name that could be used (cm-api.md §9.2).
 * The name itself holds no secret.
 */
export function newNameIn(json: Json, call: CmCall): string | null {
  if (call.path === '/applier/migrate') {
    // Documented is the field, not whether it is a string or an object (cm-api.md §1.2 row 14).
    const applier = own(json, 'applier')
    const name = isRecord(applier) ? own(applier, 'name') : applier
    return isUsable(name) && name !== textOf(call.form?.['applierName'] ?? '') ? name : null
  }
  if (call.path === '/connector/task/migrate')
    return searched(json, textOf(call.query?.['taskName'] ?? ''))
  return null
}

/** As long as the name of a directory can be. */
const longestName = 255

/** The grammar of §3, as leniently as names have been seen: all of them are ASCII. */
const NAME = /^[0-9A-Za-z][\w.-]*-\d{2,5}:(?<identity>[\w.:-]+):\d{10}$/

const identityOf = (name: string) => NAME.exec(name)?.groups?.['identity'] ?? null

/** In what field CM answers is not documented for connectors: any text that is one name will do. */
function searched(json: Json, asked: string): string | null {
  const names = new Set(textsOf(json).flatMap(wordsOf))
  names.delete(asked)
  const found = [...names].filter((name) => NAME.test(name) && isUsable(name))
  if (found.length < 2) return found[0] ?? null

  // A move keeps the identity, so of several names it is the one with the old one's.
  const moved = found.filter((name) => identityOf(name) === identityOf(asked))
  return moved.length === 1 ? (moved[0] ?? null) : null
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
const isUsable = (name: unknown): name is string =>
  typeof name === 'string' &&
  name.length <= longestName &&
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
