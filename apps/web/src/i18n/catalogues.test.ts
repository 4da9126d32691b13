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
import workEn from './work/en.json'
import { messages as compiledWorkEn } from './work/en.json?lingui'
import workZh from './work/zh.json'
import { messages as compiledWorkZh } from './work/zh.json?lingui'
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
const ids = [...Object.keys(en), ...Object.keys(workEn)]
const everyEn = { ...en, ...workEn }
const everyZh = { ...zh, ...workZh }

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

test('both languages have the same texts', () => {
  expect(Object.keys(zh)).toEqual(Object.keys(en))
  expect(Object.keys(workZh)).toEqual(Object.keys(workEn))
})

test('no text is in two catalogues', () => {
  expect(Object.keys(workEn).filter((id) => id in en)).toEqual([])
})

test('a text takes the same arguments in both languages', () => {
  const argumentsIn = (messages: Record<string, unknown>) =>
    Object.fromEntries(ids.map((id) => [id, argumentsOf(messages[id])]))

  expect(argumentsIn({ ...compiledZh, ...compiledWorkZh })).toEqual(
    argumentsIn({ ...compiledEn, ...compiledWorkEn }),
  )
  expect(argumentsOf(compiledEn['sentence.catching-up'])).toEqual(['eta', 'trend'])
})

test('no text is empty, and none of the Chinese ones was left in English', () => {
  const allowed = new Set([
    'live.live',
    'component-kind.writer',
    'config-unit.percent',
    'audit.what.of',
    'ask.checker',
    'outcome.and',
    'pair',
  ])
  const untranslated = Object.entries(everyZh)
    .filter(([id, message]) => !allowed.has(id) && !/[\u4E00-\u9FFF]/u.test(message))
    .map(([id]) => id)

  expect(untranslated).toEqual([])
  expect(Object.values(everyEn).filter((message) => message.trim() === '')).toEqual([])
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
