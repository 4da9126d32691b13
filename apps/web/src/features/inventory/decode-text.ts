/**
 * A file as text: UTF-8, UTF-16 where its mark says so, else GB 18030, in which a Chinese Excel writes CSV.
 * `undefined` where it is no text at all, such as a workbook.
 */
export function decodeText(bytes: Uint8Array): string | undefined {
  const [first, second] = bytes
  if (first === 0xff && second === 0xfe) return new TextDecoder('utf-16le').decode(bytes)
  if (first === 0xfe && second === 0xff) return new TextDecoder('utf-16be').decode(bytes)
  if (bytes.includes(0)) return undefined
  return decodedAs('utf-8', bytes) ?? decodedAs('gb18030', bytes)
}

function decodedAs(encoding: string, bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes)
  } catch {
    return undefined
  }
}
