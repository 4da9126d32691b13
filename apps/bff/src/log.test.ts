import { CmError } from '@wheelhouse/cm-client'
import { expect, test } from 'vitest'
import { loggedError, visible } from './log.ts'

test('of what CM said nothing is logged, however deep it lies in a failure', () => {
  const said = 'access denied for root using password hunter2'
  const reply = { status: 200, body: said }
  const refused = new CmError('REJECTED', 'not-done', said, { reply, cause: new Error(said) })

  expect(loggedError(refused)).toEqual({
    type: 'CmError',
    message: 'REJECTED',
    stack: '',
    outcome: 'not-done',
  })
  const around = loggedError(new Error('a step could not be written', { cause: refused }))
  expect(JSON.stringify(around)).not.toContain('hunter2')
  expect(around).toMatchObject({
    message: 'a step could not be written',
    cause: { type: 'CmError' },
  })
})

test('of a failure only what is named is logged, and of what is none its type alone', () => {
  const full = Object.assign(new Error('database or disk is full'), {
    code: 'ERR_SQLITE_ERROR',
    errcode: 13,
    parameters: ['hunter2'],
  })

  expect(loggedError(full)).toEqual({
    type: 'Error',
    message: 'database or disk is full',
    code: 'ERR_SQLITE_ERROR',
    number: 13,
    stack: full.stack,
  })
  expect(loggedError({ password: 'hunter2' })).toEqual({ type: 'object', message: '', stack: '' })
})

test('what would move a cursor or turn a line round is written as what it is', () => {
  const name = 'a\u009B2Jb\u2028c\u202Ed\u007F'
  const line = `${JSON.stringify({ name })}\n`

  const shown = visible(line)

  expect(shown).toBe('{"name":"a\\u009b2Jb\\u2028c\\u202ed\\u007f"}\n')
  expect(JSON.parse(shown)).toEqual({ name })
})
