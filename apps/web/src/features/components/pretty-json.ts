const token = /"(?:[^"\\]|\\.)*"|[{}[\],:]|[^\s{}[\],:"]+/gu

/**
 * JSON with an indent of two; `undefined` where it is none, as an HTML error page or half a body. Laid
 * out by its tokens, for a parsed number of many digits would not come out as CM wrote it.
 */
export function prettyJson(body: string): string | undefined {
  if (!isJson(body)) return undefined
  const tokens = body.match(token) ?? []
  let depth = 0
  let out = ''
  const line = () => `\n${'  '.repeat(depth)}`
  for (const [index, it] of tokens.entries()) {
    const isEmpty = /^(?:\{\}|\[\])$/u.test(`${tokens[index - 1] ?? ''}${it}`)
    if (/^[{[]$/u.test(it)) {
      depth += 1
      out += /^[}\]]$/u.test(tokens[index + 1] ?? '') ? it : it + line()
    } else if (/^[}\]]$/u.test(it)) {
      depth -= 1
      out += isEmpty ? it : line() + it
    } else if (it === ',') out += it + line()
    else out += it === ':' ? ': ' : it
  }
  return out
}

function isJson(body: string): boolean {
  try {
    JSON.parse(body)
    return true
  } catch {
    return false
  }
}
