import { isBlankNote, longestNote, noteLength } from '@wheelhouse/contract'
import type { Component } from '@wheelhouse/contract'

type Note = Component['note']

/** Why what is typed can't be saved; one of which nothing can be seen takes the note away, as an empty one does. */
export function noteFault(typed: string, before: Note): 'too-long' | 'unchanged' | undefined {
  if (noteLength(typed) > longestNote) return 'too-long'
  return savedNote(typed) === savedNote(before?.text ?? '') ? 'unchanged' : undefined
}

/** What is kept of it. */
export const savedNote = (typed: string): string => (isBlankNote(typed) ? '' : typed.trim())

/** Somebody has written, changed or removed it since: what stands there now. */
export function noteConflict(before: Note, now: Note): { readonly now: Note } | undefined {
  return before?.at === now?.at && before?.text === now?.text ? undefined : { now }
}
