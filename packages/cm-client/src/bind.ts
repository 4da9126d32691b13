import type { CmCall } from './call.ts'
import { variableIn, type CmValue } from './value.ts'

type Fields = Readonly<Record<string, CmValue>>

/**
 * The call with its variables replaced: by text, ready to be sent, or by themselves where they are to
 * stay. Throws a `TypeError` that names the variable without a value; never one that tells a value.
 */
export function bind(call: CmCall, values: Fields): CmCall {
  const boundFields = (fields: Fields) =>
    Object.fromEntries(
      Object.entries(fields).map(([key, value]) => [key, boundValue(value, values)]),
    )

  return {
    ...call,
    ...(call.query !== undefined && { query: boundFields(call.query) }),
    ...(call.form !== undefined && { form: boundFields(call.form) }),
  }
}

/** The names of the call's variables, each once, in the order in which they stand. */
export function variablesOf({ query = {}, form = {} }: CmCall): string[] {
  const names = [query, form]
    .flatMap((fields) => Object.values(fields))
    .map(variableIn)
    .filter((name) => name !== null)
  return [...new Set(names)]
}

function boundValue(value: CmValue, values: Fields): CmValue {
  if (typeof value === 'string') return value
  const name = variableIn(value)
  const bound = name !== null && Object.hasOwn(values, name) ? values[name] : undefined
  if (bound === undefined) throw new TypeError(`$${name} has no value`)
  return bound
}
