import { longestNote } from '@wheelhouse/contract'
import type { Component } from '@wheelhouse/contract'

type Note = Component['note']

/** Why what is typed can't be saved; an empty one takes the note away. */
export function noteFault(typed: string, before: Note): 'too-long' | 'unchanged' | undefined {
  if (typed.length > longestNote) return 'too-long'
  return typed.trim() === (before?.text ?? '').trim() ? 'unchanged' : undefined
}

/** Somebody has written, changed or removed it since: what stands there now. */
export function noteConflict(before: Note, now: Note): { readonly now: Note } | undefined {
  return before?.at === now?.at && before?.text === now?.text ? undefined : { now }
}
