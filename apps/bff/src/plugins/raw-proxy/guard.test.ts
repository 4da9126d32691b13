import { expect, test } from 'vitest'
import { Problem } from '../../http/problem.ts'
import { nameAsked } from './guard.ts'

const read = { path: '/cm/detail', parameter: 'writerName' }

const asked = (url: string | undefined, request: object = {}) => {
  try {
    return nameAsked(
      { method: 'GET', headers: {}, ...request, ...(url !== undefined && { url }) },
      read,
    )
  } catch (error) {
    return error instanceof Problem ? error.code : error
  }
}

test('the documented read is let through with the name that it asks about', () => {
  expect(asked('/cm/detail?writerName=a-1:b*')).toBe('a-1:b*')
  expect(asked('/cm/detail?writerName=%61%3A%E6%BA%90')).toBe('a:源')
  expect(asked('/cm/detail?writerName=a', { headers: { 'content-length': '0' } })).toBe('a')
})

test('a path of the same length, or any other spelling, is none', () => {
  const others = [
    '/cm/Detail',
    '/cm\\detail',
    '/cm/detai%',
    '\\cm/detail',
    '/cm/delete',
    '/cm/detail/',
    '//cm/detail',
  ]

  for (const path of others) expect(asked(`${path}?writerName=a`)).toBe('NOT_FOUND')
  expect(asked(undefined)).toBe('NOT_FOUND')
  expect(asked('/cm/detail?writerName=a', { method: 'POST' })).toBe('NOT_FOUND')
})

test('a query of more or other than one valid name is refused', () => {
  const queries = ['', '?', '?writerName=', '?writername=a', '?writerName=a&b=1', '?writerName=a#b']
  queries.push(
    '?writerName=a%26b',
    '?writerName=a%20',
    '?writerName=a+b',
    '?writerName=%f',
    '?writerName=é',
  )

  for (const query of queries) expect(asked(`/cm/detail${query}`)).toBe('INVALID_INPUT')
})

test('a read that announces a body is refused', () => {
  for (const headers of [{ 'content-length': '1' }, { 'transfer-encoding': 'chunked' }])
    expect(asked('/cm/detail?writerName=a', { headers })).toBe('INVALID_INPUT')
})
