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
 * Reads a line of INI text, without its `\n`, and loses no byte. Values may be empty, carry trailing
 * blanks, hold `=` or JSON (cm-api.md §1.4), which is why no `ini` package is used: they trim, unquote
 * and convert. Holds secrets: not exported from the package.
 */
export function parseLine(line: string): IniLine {
  const end = line.endsWith('\r') ? '\r' : ''
  const content = line.slice(0, line.length - end.length)
  const equals = content.indexOf('=')
  const isAside = /^\s*[#;[]/.test(content)

  if (equals === -1 || isAside) return { kind: 'other', text: content, end }
  return { kind: 'entry', before: content.slice(0, equals), value: content.slice(equals + 1), end }
}

/** The line that `parseLine` was given, byte for byte. */
export const formatLine = (line: IniLine) =>
  line.kind === 'entry' ? `${line.before}=${line.value}${line.end}` : `${line.text}${line.end}`
