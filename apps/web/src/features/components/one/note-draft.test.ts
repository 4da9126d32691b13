import { longestNote } from '@wheelhouse/contract'
import { expect, test } from 'vitest'
import { ago } from '../../../test/component.ts'
import { noteConflict, noteFault, savedNote } from './note-draft.ts'

const note = { text: 'do not touch until 18:00', by: 'alice', at: ago(60) }

test('what is as it was, or too long, is not saved', () => {
  expect(noteFault(note.text, note)).toBe('unchanged')
  expect(noteFault(' \n', null)).toBe('unchanged')
  expect(noteFault('x'.repeat(longestNote + 1), null)).toBe('too-long')
  expect(noteFault('x'.repeat(longestNote), null)).toBeUndefined()
})

test('an emptied note is a change: it takes the note away', () => {
  expect(noteFault('', note)).toBeUndefined()
})

test('a note that somebody wrote, changed or removed meanwhile is a conflict', () => {
  const theirs = { text: 'done', by: 'bob', at: ago(5) }

  expect(noteConflict(note, { ...note })).toBeUndefined()
  expect(noteConflict(null, null)).toBeUndefined()
  expect(noteConflict(note, theirs)).toEqual({ now: theirs })
  expect(noteConflict(null, theirs)).toEqual({ now: theirs })
  expect(noteConflict(note, null)).toEqual({ now: null })
})

test('a character that JavaScript counts twice counts once, as the server counts it', () => {
  expect(noteFault('😀'.repeat(longestNote), null)).toBeUndefined()
  expect(noteFault('😀'.repeat(longestNote + 1), null)).toBe('too-long')
})

test('a note of which nothing can be seen is as an empty one', () => {
  const unseen = ' \u200B\u2060\uFEFF\u3164\u2800\n'

  expect(noteFault(unseen, null)).toBe('unchanged')
  expect(noteFault(unseen, note)).toBeUndefined()
  expect(savedNote(unseen)).toBe('')
  expect(savedNote(' 👩‍🚀 \n')).toBe('👩‍🚀')
})
