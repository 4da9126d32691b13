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
  const value = Object.hasOwn(params, key) ? params[key] : undefined
  const first = typeof value === 'object' ? value[0] : value
  return first === '' ? undefined : first
}
