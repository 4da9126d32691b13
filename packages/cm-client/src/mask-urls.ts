import { MASK } from './secrets.ts'

/**
 * URLs without the account in them: `://user:pass@host` → `://••••••@host`; OceanBase's users hold `@` and
 * `#` themselves. A URL that stands encoded in another text is masked whole.
 */
export const maskUrls = (text: string) =>
  text
    .replace(/%(?:25){0,3}3A(?:%(?:25){0,3}2F){2}[^\s"'<>]*/gi, MASK)
    .replace(/:(\\{0,3}\/\\{0,3}\/)([^\s"'<>]*)/g, (_, slashes: string, rest: string) => {
      const query = rest.search(/\?[\w.[\]-]{1,64}=/)
      const place = query === -1 ? rest : rest.slice(0, query)
      const at = place.lastIndexOf('@')
      const shown = at === -1 ? rest : `${MASK}${rest.slice(at)}`
      return `:${slashes}${withoutFragment(shown)}`
    })
    .replace(/(jdbc:oracle:\w{1,16}:)[^\s"'@]{1,256}@/gi, `$1${MASK}@`)
    // `root:pass@10.0.0.5` in a sentence.
    .replace(
      /(?<![^\s"'<>(=,;])(?!jdbc:)[^\s"'<>@:/=]{1,64}:[^\s"'<>@/]{1,128}@(?=[\w[])/g,
      `${MASK}@`,
    )
    .replace(/\b((?:basic|bearer)\s{1,4})[\w.~+/=-]{6,}/gi, `$1${MASK}`)
    .replace(/(-D[\w.$-]{1,128}=)(?:"[^"]*"?|'[^']*'?|\S+)/g, `$1${MASK}`)
    .replace(
      /(identified\s{1,4}(?:with\s{1,4}\S{1,64}\s{1,4})?(?:by|as)\s{1,4})(?:"[^"]*"?|'[^']*'?|\S+)/gi,
      `$1${MASK}`,
    )

/** After the host, what follows a `#` is for the browser alone, and has carried tokens. */
function withoutFragment(place: string): string {
  const at = place.indexOf('#', place.lastIndexOf('@') + 1)
  return at === -1 ? place : `${place.slice(0, at)}#${MASK}`
}
