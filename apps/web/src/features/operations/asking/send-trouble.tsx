import { Link } from '@tanstack/react-router'
import { problemWords } from '../../../api/problem-words.ts'
import { useText } from '../../../i18n/text.ts'
import { Trouble } from '../../../ui/trouble.tsx'
import { invalidInput } from './input-fault.ts'
import { changedWords } from './plan-words.ts'
import { problemOf } from './use-asking.ts'

interface SendTroubleProps {
  readonly error: Error
  /** The reader follows a link out of the dialog. */
  readonly onLeave: () => void
}

/** Why it was not taken on: what has changed since the plan, who holds the component, or plainly what failed. */
export function SendTrouble({ error, onLeave }: SendTroubleProps) {
  const text = useText()
  const { sentence, small } = problemWords(text, error)
  const problem = problemOf(error)
  const said = invalidInput(text, error)?.sentence ?? sentence
  return (
    <Trouble sentence={said} small={small}>
      {!problem && <p>{text('ask.unanswered')}</p>}
      {problem?.operation && (
        <Link to="/operations/$id" params={{ id: problem.operation.id }} onClick={onLeave}>
          {text('operation.look')}
        </Link>
      )}
      {problem?.changed && problem.changed.length > 0 && (
        <ul>
          {problem.changed.map((changed) => (
            <li key={changed.fact}>{changedWords(text, changed)}</li>
          ))}
        </ul>
      )}
    </Trouble>
  )
}
