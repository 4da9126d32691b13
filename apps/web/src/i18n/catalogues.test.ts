import {
  problemCodes,
  readFailureCodes,
  refusals,
  stepFailureCodes,
  stepStates,
  verdicts,
} from '@wheelhouse/contract'
import { expect, test } from 'vitest'
import en from './en.json'
import { messages as compiledEn } from './en.json?lingui'
import zh from './zh.json'
import { messages as compiledZh } from './zh.json?lingui'

const sources = import.meta.glob<string>('../**/*.{ts,tsx}', {
  eager: true,
  query: '?raw',
  import: 'default',
})
const code = Object.entries(sources)
  .filter(([path]) => !path.includes('.test.'))
  .map(([, source]) => source)
  .join('\n')
const ids = Object.keys(en)

/** A compiled text is a list of words and of `[argument, kind, branches]`. */
function argumentsOf(compiled: unknown): string[] {
  if (!Array.isArray(compiled)) return []
  const found = compiled.flatMap((part: unknown): string[] => {
    if (!Array.isArray(part)) return []
    const [name, , branches] = part as [string, string?, Record<string, unknown>?]
    return [name, ...Object.values(branches ?? {}).flatMap(argumentsOf)]
  })
  return [...new Set(found)].toSorted()
}

test('both catalogues have the same texts', () => {
  expect(Object.keys(zh)).toEqual(ids)
})

test('a text takes the same arguments in both languages', () => {
  const argumentsIn = (messages: Record<string, unknown>) =>
    Object.fromEntries(ids.map((id) => [id, argumentsOf(messages[id])]))

  expect(argumentsIn(compiledZh)).toEqual(argumentsIn(compiledEn))
  expect(argumentsOf(compiledEn['sentence.catching-up'])).toEqual(['eta', 'trend'])
})

test('no text is empty, and none of the Chinese ones was left in English', () => {
  const allowed = new Set(['live.live', 'component-kind.writer'])
  const untranslated = Object.entries(zh)
    .filter(([id, message]) => !allowed.has(id) && !/[\u4E00-\u9FFF]/u.test(message))
    .map(([id]) => id)

  expect(untranslated).toEqual([])
  expect(Object.values(en).filter((message) => message.trim() === '')).toEqual([])
})

test('every text is used somewhere', () => {
  const templates = [...code.matchAll(/`([\w.-]*)\$\{[^`]*?\}([\w.-]*)`/gu)].map(
    ([, before = '', after = '']) => ({ before, after }),
  )
  const unused = ids.filter(
    (id) =>
      !code.includes(`'${id}'`) &&
      !templates.some(
        ({ before, after }) => before !== '' && id.startsWith(before) && id.endsWith(after),
      ),
  )

  expect(unused).toEqual([])
})

test('each verdict, problem, refusal, failure of a read or a step, and step state has its words', () => {
  const wanted = [
    ...verdicts.map((verdict) => `verdict.${verdict}`),
    ...problemCodes.map((problem) => `problem.${problem}`),
    ...refusals.map((refusal) => `refusal.${refusal}`),
    ...readFailureCodes.map((failure) => `failure.${failure}`),
    ...stepFailureCodes.map((failure) => `step-failure.${failure}`),
    ...stepStates.map((state) => `step.${state}`),
  ]

  expect(wanted.filter((id) => !ids.includes(id))).toEqual([])
})
