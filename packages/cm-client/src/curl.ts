import { formValue, percent, targetOf, type CmCall } from './call.ts'

/**
 * The call as one line for a shell on the CM's host, in the manner of the vendor's page
 * (docs/cm-api.md S1) with `$CM_URL` for `http://${cm_url}:${cm_port}`. It sends the very bytes
 * that the client sends.
 */
export function toCurl(call: CmCall): string {
  // Percent-encoding has left nothing in the target that a shell reads inside double quotes.
  const words = [`curl -X${call.method}`, `"$CM_URL${targetOf(call)}"`]
  const fields = Object.entries(call.form ?? {}).map(([key, value]) => field(percent(key), value))

  return [...words, ...fields].join(' ')
}

function field(key: string, value: string): string {
  const { kind, text } = formValue(value)
  // A newline would make two lines of one, and a NUL ends an argument: both only travel encoded.
  return kind === 'plain' || /\p{Cc}/u.test(value)
    ? `-d ${quote(`${key}=${text}`)}`
    : `--data-urlencode ${quote(`${key}=${value.toWellFormed()}`)}`
}

/** Inside single quotes a POSIX shell reads nothing but the closing quote. */
const quote = (text: string) => `'${text.replaceAll("'", String.raw`'\''`)}'`
