import type { Answer } from './cm-reply.ts'

const typedFields = new Set([
  'isSuccess',
  'active',
  'timestamp',
  'gmt',
  'gmtCreated',
  'gmtModified',
])

/** Truths and times become text. */
export const inText = (answer: Answer): Answer =>
  rewritten(answer, (key, value) => (typedFields.has(key) ? String(value) : value))

/** The answer bears the name of another component: of a read, the one with the next digit. */
export function aboutAnother(
  answer: Answer,
  names: { right: string; wrong: string } | undefined,
): Answer {
  if (names !== undefined) {
    return { ...answer, text: answer.text.replaceAll(inside(names.right), inside(names.wrong)) }
  }
  return rewritten(answer, (key, value) =>
    key === 'name' && typeof value === 'string'
      ? value.replace(/\d?$/, (digit) => `${(Number(digit) + 1) % 10}`)
      : value,
  )
}

/** Running where it is stopped, and stopped where it is running. */
export const inOtherState = (answer: Answer): Answer =>
  rewritten(answer, (key, value) => {
    if (key !== 'replicator' || typeof value !== 'object' || value === null) return value
    const { active, cfg } = value as { active: boolean; cfg: string } // as writer-detail.ts has made it
    const status = active ? 'stopped' : 'running'
    return {
      ...value,
      active: !active,
      status,
      cfg: cfg.replace(/^status=.*$/m, `status=${status}`),
    }
  })

/** As it stands inside of a JSON string. */
const inside = (text: string): string => JSON.stringify(text).slice(1, -1)

/** An answer that is no JSON has nothing to distort. */
function rewritten(answer: Answer, rewrite: (key: string, value: unknown) => unknown): Answer {
  if (!answer.type.startsWith('application/json')) return answer
  return { ...answer, text: JSON.stringify(JSON.parse(answer.text), rewrite) }
}
