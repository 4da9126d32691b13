import { problemWords } from '../../api/problem-words.ts'
import { problemIn } from '../../api/refused-input.ts'
import { useText } from '../../i18n/text.ts'
import { durationWords } from '../../i18n/words.ts'
import { Trouble } from '../../ui/trouble.tsx'

/** Why an attempt failed. How long to wait is said once, as the server said it; the button counts down. */
export function SigningTrouble({ error }: { readonly error: Error }) {
  const text = useText()
  const problem = problemIn(error)
  const { sentence, small } = problemWords(text, error)
  // What the small line would add is that very sentence, in English.
  if (problem?.code === 'SIGN_IN_FAILED') return <Trouble sentence={sentence} />
  if (problem?.code === 'TOO_MANY' && problem.retryAfterSeconds !== undefined) {
    const wait = durationWords(text, problem.retryAfterSeconds)
    return <Trouble sentence={text('sign-in.too-many', { wait })} />
  }
  return <Trouble sentence={sentence} small={small} />
}
