import { expect, test } from 'vitest'
import { atMs, componentWith } from '../../../test/component.ts'
import { emptyPosition, positionFromEpoch, positionOf } from './position.ts'
import { connectorRewind, writerRewind } from './rewind-request.ts'
import type { SubtopicRow } from './rewind-request.ts'

const at = atMs / 1000 - 3600
const around = { stop: true, start: false }
const form = { around, nowMs: atMs, areRead: false }
const connector = componentWith({ kind: 'connector' })

const row = (facts: Partial<SubtopicRow> = {}): SubtopicRow => ({
  subtopic: 'p_3b7i_source-000-0',
  isKnown: true,
  isChosen: true,
  position: positionOf(at),
  ...facts,
})

test('a writer goes to one position, in epoch seconds', () => {
  expect(writerRewind(componentWith(), positionOf(at), form)).toEqual({
    kind: 'rewind',
    component: 'c1',
    input: { checkpoint: at, stop: true, start: false },
  })
})

test('nothing is asked for while a position is missing or wrong', () => {
  const inMilliseconds = positionFromEpoch(String(atMs))

  expect(writerRewind(componentWith(), emptyPosition, form)).toBeUndefined()
  expect(writerRewind(componentWith(), inMilliseconds, form)).toBeUndefined()
  expect(connectorRewind(connector, [row({ position: emptyPosition })], form)).toBeUndefined()
  expect(
    connectorRewind(connector, [row(), row({ subtopic: 'p_x', position: inMilliseconds })], form),
  ).toBeUndefined()
})

test('a connector goes to a position for each chosen subtopic', () => {
  const rows = [row(), row({ subtopic: 'p_x', isChosen: false, position: emptyPosition })]

  expect(connectorRewind(connector, rows, form)).toEqual({
    kind: 'rewind',
    component: 'c1',
    input: { checkpoints: { 'p_3b7i_source-000-0': at }, stop: true, start: false },
  })
  expect(connectorRewind(connector, [row({ isChosen: false })], form)).toBeUndefined()
})

test('a subtopic that was typed in counts only where somebody has read it', () => {
  const rows = [row({ subtopic: 'p_x_source-000-0', isKnown: false })]

  expect(connectorRewind(connector, rows, form)).toBeUndefined()
  expect(connectorRewind(connector, rows, { ...form, areRead: true })?.input).toEqual({
    checkpoints: { 'p_x_source-000-0': at },
    subtopicsRead: true,
    stop: true,
    start: false,
  })
})

test('of known subtopics nobody is said to have read any', () => {
  expect(connectorRewind(connector, [row()], { ...form, areRead: true })?.input).not.toHaveProperty(
    'subtopicsRead',
  )
})
