/**
 * A value that is bound when the call is sent: a secret, or the name that a migration returns. The
 * name is one that a shell takes for a variable, `[A-Z][A-Z0-9_]*`, and not `CM_URL`.
 */
export type Variable = { readonly variable: string }

/** What a call says about a field: the text itself, or where it will come from. */
export type CmValue = string | Variable

/** The variable's name, null for a text. Throws a `TypeError` for what is neither. */
export function variableIn(value: CmValue): string | null {
  if (typeof value === 'string') return null
  // A call may have been kept as JSON, and what stands here is printed unquoted into a shell's line.
  const name: unknown = isObject(value) ? value.variable : undefined
  if (typeof name !== 'string' || !/^[A-Z][A-Z0-9_]*$/.test(name))
    throw new TypeError('A variable is named in capitals, digits and _')
  if (name === 'CM_URL') throw new TypeError('CM_URL is the address in every curl line')
  return name
}

/** The text; throws a `TypeError` that names the variable which is not bound yet. */
export function textOf(value: CmValue): string {
  if (typeof value === 'string') return value
  throw new TypeError(`$${variableIn(value)} is not bound`)
}

const isObject = (value: unknown) => typeof value === 'object' && value !== null
