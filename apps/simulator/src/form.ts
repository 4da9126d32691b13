/** Decoded parameters of a query or a form body; a repeated one keeps all its values. */
export type Params = Readonly<Record<string, string | readonly string[]>>

/** Decodes `application/x-www-form-urlencoded` text, which queries are written in as well. */
export function parseForm(text: string): Params {
  const form = new URLSearchParams(text)
  return Object.fromEntries(
    [...new Set(form.keys())].map((key) => {
      const values = form.getAll(key)
      return [key, values.length === 1 ? (values[0] ?? '') : values]
    }),
  )
}

/** The value of a parameter, the first where it is repeated; an empty one counts as missing. */
export function valueOf(params: Params, key: string): string | undefined {
  const first = Object.hasOwn(params, key) ? firstOf(params[key]) : undefined
  return first === '' ? undefined : first
}

/** The parameters `<scope>.<key>` by their keys, or all of them; here an empty value is a value. */
export function valuesIn(params: Params, scope?: string): Map<string, string> {
  const prefix = scope === undefined ? '' : `${scope}.`
  return new Map(
    Object.entries(params)
      .filter(([name]) => name.startsWith(prefix) && name.length > prefix.length)
      .map(([name, value]) => [name.slice(prefix.length), firstOf(value) ?? '']),
  )
}

const firstOf = (value: Params[string] | undefined): string | undefined =>
  typeof value === 'object' ? value[0] : value
