/**
 * One line of INI text, cut so that the parts put together again are the line. `before` is what
 * stands left of the first `=`, `value` all that stands right of it, blanks included.
 */
export type IniLine =
  | {
      readonly kind: 'entry'
      readonly before: string
      readonly value: string
      readonly end: string
    }
  | { readonly kind: 'other'; readonly text: string; readonly end: string }

/**
 * Reads INI text without losing a byte. Values may be empty, carry trailing blanks, hold `=` or
 * JSON (cm-api.md §1.4), which is why no `ini` package is used: they trim, unquote and convert.
 * Holds secrets: not exported from the package.
 */
export function parseIni(text: string): IniLine[] {
  const lines: IniLine[] = []
  for (let from = 0; from < text.length;) {
    const newline = text.indexOf('\n', from)
    const to = newline === -1 ? text.length : newline + 1
    lines.push(parseLine(text.slice(from, to)))
    from = to
  }
  return lines
}

/** The text that `parseIni` was given, byte for byte. */
export const formatIni = (lines: readonly IniLine[]) =>
  lines
    .map((line) =>
      line.kind === 'entry' ? `${line.before}=${line.value}${line.end}` : `${line.text}${line.end}`,
    )
    .join('')

function parseLine(line: string): IniLine {
  const end = line.endsWith('\r\n') ? '\r\n' : line.endsWith('\n') ? '\n' : ''
  const content = line.slice(0, line.length - end.length)
  const equals = content.indexOf('=')
  const isAside = /^\s*[#;[]/.test(content)

  if (equals === -1 || isAside) return { kind: 'other', text: content, end }
  return { kind: 'entry', before: content.slice(0, equals), value: content.slice(equals + 1), end }
}
