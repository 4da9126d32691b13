import type { Text } from '../i18n/text.ts'
import { NoAnswerError, ProblemError, UnreadableError } from './problem-error.ts'

interface ProblemWords {
  /** What failed, in the reader's language. */
  readonly sentence: string
  /** For whoever looks further: the field, the server's own words, the request's id. */
  readonly small?: string
}

/** Says any failure of a call. */
export function problemWords(text: Text, error: unknown): ProblemWords {
  if (error instanceof NoAnswerError) return { sentence: text('problem.no-answer') }
  if (error instanceof UnreadableError) {
    return { sentence: text('problem.unreadable', { status: error.status }) }
  }
  if (!(error instanceof ProblemError)) {
    return { sentence: text('problem.bug'), small: String(error) }
  }

  const { code, detail, field, reason, requestId } = error.problem
  const sentence = reason ? text(`refusal.${reason}`) : text(`problem.${code}`)
  const where = field === undefined ? '' : `${text('problem.field', { field })} · `
  return { sentence, small: `${where}${detail} · ${requestId}` }
}
