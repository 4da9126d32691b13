import { decodeText } from './decode-text.ts'
import { parseInventory } from './parse-inventory.ts'
import type { InventoryFile } from './parse-inventory.ts'

/** As much as the server takes at once. */
const mostBytes = 32 * 1024 * 1024

export type FileFault = 'too-large' | 'not-text' | 'empty'

export interface NamedFile extends InventoryFile {
  readonly fileName: string
}

/** Reads a chosen file; nothing of it leaves the browser. */
export async function readInventoryFile(
  file: File,
): Promise<NamedFile | { readonly fault: FileFault; readonly fileName: string }> {
  const fileName = file.name
  if (file.size > mostBytes) return { fault: 'too-large', fileName }
  const text = decodeText(new Uint8Array(await file.arrayBuffer()))
  if (text === undefined) return { fault: 'not-text', fileName }
  const inventory = await parseInventory(text)
  return inventory.lines.length === 0 ? { fault: 'empty', fileName } : { ...inventory, fileName }
}
