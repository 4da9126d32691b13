import type { Plan, ProblemBody } from '@wheelhouse/contract'
import type { Text } from '../../../i18n/text.ts'

type Changed = NonNullable<ProblemBody['changed']>[number]

/** The plan as a shell would take it: with several steps, each under a comment that names it. */
export function planCode(text: Text, { steps }: Plan): string {
  const [first, ...others] = steps
  if (first && others.length === 0) return first.request.curl
  return steps
    .map(
      ({ name, request }, index) => `# ${index + 1} ${text(`step-name.${name}`)}\n${request.curl}`,
    )
    .join('\n')
}

const facts = ['name', 'host', 'status', 'active'] as const

/** What is no longer as the plan had it, in words where we have some for the fact. */
export function changedWords(text: Text, { fact, expected, now }: Changed): string {
  if (fact === 'lastCommand') return text('ask.changed.command')
  if (fact === 'steps') return text('ask.changed.steps')
  const known = facts.find((it) => it === fact)
  return text('ask.changed', { fact: known ? text(`fact.${known}`) : fact, expected, now })
}
