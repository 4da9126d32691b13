/**
 * One CM call as data: what is shown as `curl` and what is sent are both made from this value.
 * `effect` says what it does to CM, which the method cannot: CM migrates with a GET.
 */
export type CmCall = {
  readonly method: 'GET' | 'POST'
  readonly effect: 'read' | 'write'
  readonly path: string
  readonly query?: Readonly<Record<string, string>>
  readonly form?: Readonly<Record<string, string>>
}

/**
 * How a form value travels. CM's page writes names with `:` and `*` as they are, so they are sent
 * as they are; only what a form decoder would read differently is escaped.
 */
type FormValue =
  | { readonly kind: 'plain'; readonly text: string }
  | { readonly kind: 'encoded'; readonly text: string }

/** Path with its query, ready for the request line: `/JDBCWriter/detail?writerName=…`. */
export function targetOf(call: CmCall): string {
  const query = pairs(call.query).map(([key, value]) => `${percent(key)}=${queryValue(value)}`)
  return query.length === 0 ? call.path : `${call.path}?${query.join('&')}`
}

/** The body, `application/x-www-form-urlencoded`; null where the call has none. */
export function bodyOf(call: CmCall): string | null {
  if (call.form === undefined) return null
  return pairs(call.form)
    .map(([key, value]) => `${percent(key)}=${formValue(value).text}`)
    .join('&')
}

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

/** `:` has no meaning inside a query, and the vendor's page leaves it as it is (cm-api.md §1.1). */
const queryValue = (value: string) => percent(value).replaceAll('%3A', ':')

const pairs = (record: Readonly<Record<string, string>> = {}) => Object.entries(record)
