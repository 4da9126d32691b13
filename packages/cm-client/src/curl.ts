import { formValue, percent, queryPair, targetOf, type CmCall } from './call.ts'
import { variableIn, type CmValue } from './value.ts'

/**
 * The call as one line for a shell on the CM's host, in the manner of the vendor's page
 * (cm-api.md S1) with `$CM_URL` for `http://${cm_url}:${cm_port}`. It sends the very bytes
 * that the client sends; where it holds a variable, which the shell expands and curl encodes, what
 * decodes to the same.
 */
export function toCurl(call: CmCall): string {
  const hasLateQuery = Object.values(call.query ?? {}).some((value) => variableIn(value) !== null)
  const fields = Object.entries(call.form ?? {}).map(([key, value]) => field(percent(key), value))
  // Percent-encoding has left nothing in the target that a shell reads inside double quotes.
  if (!hasLateQuery) return [`curl -X${call.method}`, address(targetOf(call)), ...fields].join(' ')

  // `-G` would move the form into the query as well; no documented call has both.
  if (call.form !== undefined)
    throw new TypeError('A call with a form can have no variable in its query')
  // Of the ways to have curl encode a query only `-G` is known to the curl of a CM's host: 7.29 on
  // CentOS 7. `--url-query` came with 7.87.
  const query = Object.entries(call.query ?? {}).map(([key, value]) => queryField(key, value))
  return [`curl -X${call.method} -G`, address(call.path), ...query].join(' ')
}

const address = (target: string) => `"$CM_URL${target}"`

function field(key: string, value: CmValue): string {
  if (typeof value !== 'string') return late(key, value)
  const { kind, text } = formValue(value)
  // A newline would make two lines of one, and a NUL ends an argument: both only travel encoded.
  return kind === 'plain' || /\p{Cc}/u.test(value)
    ? `-d ${quote(`${key}=${text}`)}`
    : `--data-urlencode ${quote(`${key}=${value.toWellFormed()}`)}`
}

const queryField = (key: string, value: CmValue) =>
  typeof value === 'string' ? `-d ${quote(queryPair(key, value))}` : late(percent(key), value)

/** Double quotes, in which the shell expands a variable into one word and reads nothing else in it. */
const late = (key: string, value: CmValue) => `--data-urlencode "${key}=$${variableIn(value)}"`

/** Inside single quotes a POSIX shell reads nothing but the closing quote. */
const quote = (text: string) => `'${text.replaceAll("'", String.raw`'\''`)}'`
