import { at, subtopic, type BadRow } from './bad-row.ts'

const needsReason = (title: string, { on, kind, input }: Omit<BadRow, 'title'>): BadRow[] =>
  [undefined, '', ' \n\t'].map((reason) => ({
    title: `a ${title} for the reason ${JSON.stringify(reason)}`,
    on,
    kind,
    input,
    reason,
    field: 'body.reason',
    fault: 'missing',
  }))

export const badReasons: readonly BadRow[] = [
  ...needsReason('rewind', {
    on: 'connector',
    kind: 'rewind',
    input: { checkpoints: { [subtopic]: at } },
  }),
  ...needsReason('forced migration', {
    on: 'writer',
    kind: 'migrate',
    input: { host: '10.0.7.9', force: true },
  }),
  {
    title: 'a reason that never ends',
    on: 'connector',
    kind: 'stop',
    reason: 'x'.repeat(2_001),
    field: 'body.reason',
  },
]

export const brokenRules: readonly BadRow[] = (
  [
    ['checker', 'rewind', { checkpoint: at }, 'not-for-this-kind'],
    ['checker', 'migrate', { host: '10.0.7.9' }, 'not-for-this-kind'],
    ['checker', 'delete', undefined, 'not-for-this-kind'],
    ['connector', 'delete', undefined, 'not-for-this-kind'],
    ['connector', 'recheck', undefined, 'not-for-this-kind'],
    ['writer', 'recheck', undefined, 'not-for-this-kind'],
    ['writer', 'delete', undefined, 'still-running'],
    ['writer', 'start', undefined, 'already-running'],
  ] as const
).map(([on, kind, input, rule]): BadRow => ({
  title: `a ${kind} of a ${on} (${rule})`,
  on,
  kind,
  input,
  reason: 'a test',
  status: 409,
  rule,
}))
