// CM documents no field for its reasons (cm-api.md §1.1): the client's, in the same order.
const fields = ['errCode', 'code', 'errMsg', 'message', 'msg', 'reason', 'proposal']

/** What CM itself gave as its reason, from the body of its answer; `undefined` where it gave none. */
export function cmWords(body: string): string | undefined {
  const json = recordOf(parsed(body))
  if (!json || json['isSuccess'] === true) return undefined
  const detail = json['errorDetail']
  const inner = recordOf(detail)
  const words = [json, ...(inner ? [inner] : [])]
    .flatMap((source) => fields.map((field) => source[field]))
    .concat(inner ? [] : [detail])
    .filter((word) => typeof word === 'number' || (typeof word === 'string' && word !== ''))
  return words.length === 0 ? undefined : [...new Set(words)].join(' · ').slice(0, 500)
}

function parsed(body: string): unknown {
  try {
    return JSON.parse(body)
  } catch {
    return undefined
  }
}

const recordOf = (value: unknown): Record<string, unknown> | undefined =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
    ? Object.fromEntries(Object.entries(value))
    : undefined
