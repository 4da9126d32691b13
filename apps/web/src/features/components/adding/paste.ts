import { longestName, nameFault, parseName } from '@wheelhouse/contract'
import type { ComponentKind, NameFault, NameParts } from '@wheelhouse/contract'
import type { Text } from '../../../i18n/text.ts'

type LineFault = NameFault | 'repeated' | 'tracked'

export interface PastedLine {
  readonly line: number
  readonly name: string
  readonly fault?: LineFault | undefined
  /** Where the name has the documented form. */
  readonly parts?: NameParts | undefined
}

// Excel, chats and web pages leave these around what is copied from them.
const invisibleEnds = /^[\s\u200B-\u200D\u2060\uFEFF]+|[\s\u200B-\u200D\u2060\uFEFF]+$/gu

/** Leaving it out changes nothing: it is there already. */
export const isHarmless = (fault: LineFault): boolean => fault === 'repeated' || fault === 'tracked'

export const faultWords = (text: Text, fault: LineFault): string =>
  text(`fault.${fault}`, { longest: longestName })

interface Reading {
  readonly kind: ComponentKind
  readonly isTracked: (name: string) => boolean
}

/** Reads pasted names, one a line; empty lines are left out, each other one is good or says why not. */
export function readPaste(pasted: string, { kind, isTracked }: Reading): PastedLine[] {
  const seen = new Set<string>()
  return pasted.split(/\r\n|\n|\r/u).flatMap((raw, index): PastedLine[] => {
    const name = raw.replaceAll(invisibleEnds, '')
    if (name === '') return []
    const fault = nameFault(name, kind) ?? ownFault(name, seen, isTracked)
    seen.add(name)
    const line = index + 1
    return [fault ? { line, name, fault } : { line, name, parts: parseName(name) }]
  })
}

function ownFault(name: string, seen: ReadonlySet<string>, isTracked: (name: string) => boolean) {
  if (seen.has(name)) return 'repeated'
  return isTracked(name) ? 'tracked' : undefined
}
