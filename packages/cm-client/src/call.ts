import { textOf, type CmValue } from './value.ts'

/**
 * One CM call as plain JSON data: what is shown as `curl` and what is sent are both made from this
 * value. `effect` says what it does to CM, which the method cannot: CM migrates with a GET. It is
 * sent only when no variable is left in it (`bind`).
 */
export type CmCall = {
  readonly method: 'GET' | 'POST'
  readonly effect: 'read' | 'write'
  readonly path: string
  readonly query?: Readonly<Record<string, CmValue>>
  readonly form?: Readonly<Record<string, CmValue>>
}

/**
 * How a form value travels. CM's page writes names with `:` and `*` as they are, so they are sent
 * as they are; only what a form decoder would read differently is escaped.
 */
type FormValue =
  | { readonly kind: 'plain'; readonly text: string }
  | { readonly kind: 'encoded'; readonly text: string }

/**
 * Path with its query, ready for the request line: `/JDBCWriter/detail?writerName=…`. Throws a
 * `TypeError` where a variable is not bound.
 */
export function targetOf(call: CmCall): string {
  const query = pairs(call.query).map(([key, value]) => queryPair(key, textOf(value)))
  return query.length === 0 ? call.path : `${call.path}?${query.join('&')}`
}

/**
 * The body, `application/x-www-form-urlencoded`; null where the call has none. Throws a `TypeError`
 * where a variable is not bound.
 */
export function bodyOf(call: CmCall): string | null {
  if (call.form === undefined) return null
  return pairs(call.form)
    .map(([key, value]) => `${percent(key)}=${formValue(textOf(value)).text}`)
    .join('&')
}

/** `:` has no meaning inside a query, and the vendor's page leaves it as it is (cm-api.md §1.1). */
export const queryPair = (key: string, value: string) =>
  `${percent(key)}=${percent(value).replaceAll('%3A', ':')}`

/**
 * Plain where printable and without meaning to a form decoder, else encoded as `curl
 * --data-urlencode` does it: a blank is `+` (`%20` from older curls, which decodes to the same).
 */
export function formValue(value: string): FormValue {
  if (/^[!-~]*$/.test(value) && !/[&+%=]/.test(value)) return { kind: 'plain', text: value }
  return { kind: 'encoded', text: percent(value).replaceAll('%20', '+') }
}

/** Percent-encodes all but RFC 3986's unreserved characters, so a shell finds nothing to read in it. */
export function percent(text: string): string {
  return encodeURIComponent(text.toWellFormed()).replace(
    /[!'()*]/g,
    (mark) => `%${mark.charCodeAt(0).toString(16).toUpperCase()}`,
  )
}

const pairs = (record: Readonly<Record<string, CmValue>> = {}) => Object.entries(record)
