import { expect, test } from 'vitest'
import { componentWith } from '../../../test/component.ts'
import { aroundOf } from '@wheelhouse/contract'
import { configureRequest } from './configure-request.ts'
import { taskRequest } from './task-request.ts'

const checker = componentWith({ kind: 'checker', active: null })
const stoppedByUs = {
  kind: 'stop',
  at: '2026-11-23T05:00:00Z',
  by: 'local',
  operation: 'o1',
  leaves: 'stopped',
  taskType: null,
} as const

test('a plan begins with a stop unless the component is seen inactive', () => {
  expect(aroundOf('rewind', componentWith())).toEqual({ stop: true, start: true })
  expect(aroundOf('rewind', checker)).toEqual({ stop: true, start: true })
  expect(aroundOf('rewind', componentWith({ active: false }))).toEqual({ stop: false, start: true })
})

test('what we stopped is not started by the way, nor what stands still for a new value', () => {
  const stopped = componentWith({ active: false, lastCommand: stoppedByUs })

  expect(aroundOf('rewind', stopped).start).toBe(false)
  expect(aroundOf('configure', componentWith({ active: false })).start).toBe(false)
  expect(aroundOf('configure', componentWith()).start).toBe(true)
})

test('a checker is told its task, and nothing is asked for until that is chosen', () => {
  expect(taskRequest('start', checker, { taskType: undefined, resume: true })).toBeUndefined()
  expect(taskRequest('start', checker, { taskType: 'verify', resume: false })).toEqual({
    kind: 'start',
    component: 'c1',
    input: { taskType: 'verify', resume: false },
  })
  expect(taskRequest('stop', checker, { taskType: 'migrate' })).toEqual({
    kind: 'stop',
    component: 'c1',
    input: { taskType: 'migrate' },
  })
  expect(taskRequest('stop', componentWith(), { taskType: undefined })).toEqual({
    kind: 'stop',
    component: 'c1',
  })
})

test('a change carries the changed keys alone, and a checker’s task only where it is needed', () => {
  const set = { 'limitator.table.diff.max': '1000' }
  const asItIs = { stop: false, start: false }

  expect(configureRequest(checker, { set: {}, around: asItIs, taskType: undefined })).toBe(
    undefined,
  )
  expect(configureRequest(checker, { set, around: asItIs, taskType: undefined })?.input).toEqual({
    set,
    ...asItIs,
  })
  expect(
    configureRequest(checker, { set, around: { stop: true, start: true }, taskType: undefined }),
  ).toBeUndefined()
  expect(
    configureRequest(checker, { set, around: { stop: true, start: true }, taskType: 'verify' })
      ?.input,
  ).toEqual({ set, stop: true, start: true, taskType: 'verify' })
})
