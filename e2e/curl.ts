import { execFileSync } from 'node:child_process'
import type { ReceivedWrite } from '@wheelhouse/simulator'

/** A call as CM gets it. */
export type Call = Pick<ReceivedWrite, 'method' | 'path' | 'query' | 'body'>

const address = 'http://cm'

/**
 * The calls that a shell would make of commands as the product shows them: a real shell reads them, with
 * a `curl` that only tells its arguments, and variables such as `NEW_NAME` set to what they stand for.
 */
export function callsIn(code: string, variables: Readonly<Record<string, string>> = {}): Call[] {
  const told = execFileSync(
    'sh',
    ['-eu', '-c', `curl() { printf '%s\\0' "$@"; printf '\\n\\0'; }\n${code}`],
    { env: { CM_URL: address, ...variables }, encoding: 'utf8' },
  )
  return told
    .split('\n\0')
    .slice(0, -1)
    .map((argv) => callOf(argv.split('\0').slice(0, -1)))
}

/** The options that the product uses, as curl's manual has them. */
function callOf(argv: readonly string[]): Call {
  const url = new URL(argv.find((word) => word.startsWith(address)) ?? '')
  const method = argv.find((word) => word.startsWith('-X'))?.slice(2) ?? ''
  const given = argv.flatMap((word, index) => {
    const before = argv[index - 1]
    if (before === '-d') return [word]
    if (before !== '--data-urlencode') return []
    const [key = ''] = word.split('=')
    return [`${key}=${encodeURIComponent(word.slice(key.length + 1))}`]
  })
  const fields = Object.fromEntries(new URLSearchParams(given.join('&')))
  const query = Object.fromEntries(url.searchParams)
  return argv.includes('-G')
    ? { method, path: url.pathname, query: { ...query, ...fields }, body: null }
    : { method, path: url.pathname, query, body: given.length > 0 ? fields : null }
}
