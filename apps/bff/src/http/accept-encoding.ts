/** Whether a client that sent this `Accept-Encoding` takes gzip (RFC 9110 §12.5.3, by name). */
export function takesGzip(accepted: string | string[] | undefined): boolean {
  const codings = String(accepted ?? '')
    .toLowerCase()
    .split(',')
    .map((coding) => coding.replaceAll(/\s/gu, ''))
  return codings.some((coding) => /^(?:x-)?gzip(?:;q=(?!0(?:\.0{1,3})?$).+)?$/u.test(coding))
}
