import type { IncomingMessage } from 'node:http'
import { nameFault } from '@wheelhouse/contract'
import { Problem } from '../../http/problem.ts'

interface Read {
  /** Ours, from the root: the only text that is let through before the `?`. */
  path: string
  /** The only query parameter. */
  parameter: string
}

/**
 * The name that a request asks about. Looks at the request line as it came, before anything decodes
 * it: another string than the router's can't be guarded here. Throws `NOT_FOUND` for any other
 * spelling of the path and `INVALID_INPUT` for any other query than one valid name.
 */
export function nameAsked(
  { method, url = '', headers }: Pick<IncomingMessage, 'method' | 'url' | 'headers'>,
  { path, parameter }: Read,
): string {
  const [asked] = url.split('?', 1)
  if (method !== 'GET' || asked !== path)
    throw new Problem('NOT_FOUND', 'only the documented read itself is here, spelt as documented')
  if (headers['transfer-encoding'] !== undefined || (headers['content-length'] ?? '0') !== '0')
    throw new Problem('INVALID_INPUT', 'a read has no body', { field: 'body' })

  const query = url.slice(path.length + 1)
  const value = query.slice(parameter.length + 1)
  const fault = (detail: string) =>
    new Problem('INVALID_INPUT', `query: ${detail}`, { field: `query.${parameter}` })
  if (!query.startsWith(`${parameter}=`) || /[^!-~]|[&?#+\\]/u.test(value))
    throw fault(`must be ${parameter}=… once and nothing else`)
  const name = decoded(value)
  if (name === undefined) throw fault('is not percent-encoded UTF-8')
  const found = nameFault(name)
  if (found) throw fault(`can be no name (${found})`)
  return name
}

function decoded(value: string): string | undefined {
  try {
    return decodeURIComponent(value)
  } catch {
    return undefined
  }
}
