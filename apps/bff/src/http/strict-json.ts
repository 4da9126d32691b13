interface Bounds {
  /** How deep objects and lists may stand in each other. */
  depth: number
  /** How many keys an object may have. */
  keys: number
}

/** Keys that reach behind an object where code copies it carelessly. */
const refused = new Set(['__proto__', 'constructor', 'prototype'])

/**
 * Reads JSON that is what it seems: no deeper and no wider than allowed, no key twice in an object, none
 * that names a prototype. Throws a `SyntaxError`. The bounds are looked at first: what would become large
 * is not made.
 */
export function parseStrictly(text: string, { depth, keys }: Bounds): unknown {
  const open: (Set<string> | null)[] = [] // the keys of each object around, null for a list
  for (let at = 0; at < text.length; at += 1) {
    switch (text.charAt(at)) {
      case '{':
      case '[':
        open.push(text.charAt(at) === '{' ? new Set() : null)
        if (open.length > depth) throw new SyntaxError(`JSON is nested deeper than ${depth}`)
        break
      case '}':
      case ']':
        open.pop()
        break
      case '"': {
        const end = endOfString(text, at)
        const known = open.at(-1)
        if (known && isKey(text, end)) enter(known, { key: text.slice(at, end + 1), keys })
        at = end
        break
      }
      default:
    }
  }
  return JSON.parse(text)
}

function endOfString(text: string, start: number): number {
  for (let at = start; ;) {
    at = text.indexOf('"', at + 1)
    if (at < 0) throw new SyntaxError('a text in the JSON does not end')
    let slashes = 0
    while (text[at - 1 - slashes] === '\\') slashes += 1
    if (slashes % 2 === 0) return at
  }
}

function isKey(text: string, end: number): boolean {
  let at = end + 1
  while (text[at] === ' ' || text[at] === '\n' || text[at] === '\r' || text[at] === '\t') at += 1
  return text[at] === ':'
}

function enter(known: Set<string>, { key: literal, keys }: { key: string; keys: number }) {
  const key = String(JSON.parse(literal)) // as it is meant: `\u005f` is an underscore
  if (refused.has(key)) throw new SyntaxError(`JSON may not hold the key ${key}`)
  if (known.has(key)) throw new SyntaxError(`JSON holds the key ${key.slice(0, 80)} twice`)
  known.add(key)
  if (known.size > keys) throw new SyntaxError(`JSON holds an object of more than ${keys} keys`)
}
