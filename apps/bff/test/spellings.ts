/** How others write a text that they repeat. */

/** As a browser or Java writes it into a form. */
export const formOf = (text: string) => new URLSearchParams({ x: text }).toString().slice(2)

/** As Google's library for Java writes a text by default. */
export function gsonOf(text: string): string {
  return JSON.stringify(text).replaceAll(
    /[<>&=']/gu,
    (character) => `\\u00${character.charCodeAt(0).toString(16)}`,
  )
}

export function htmlOf(text: string): string {
  const entities: Record<string, string> = {
    '&': '&amp;',
    '<': '&lt;',
    '>': '&gt;',
    '"': '&quot;',
    "'": '&#39;',
  }
  return text.replaceAll(/[&<>"']/gu, (character) => entities[character] ?? character)
}
