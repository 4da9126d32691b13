import { operationKinds, stepFailureCodes, stepNames } from '@wheelhouse/contract'
import type { AuditRecord, OperationKind, StepFailure, StepName } from '@wheelhouse/contract'
import { cmWords } from '../../lib/cm-words.ts'

/** What a record's body tells, as far as this version knows its keys; all of it is shown as JSON beside. */
export interface Told {
  /** Which operation was asked for. */
  readonly operation: OperationKind | undefined
  readonly step: StepName | undefined
  readonly reason: string | undefined
  /** As curl. */
  readonly calls: readonly string[]
  /** CM's HTTP status; null where none arrived, `undefined` where no reply is on record. */
  readonly status: number | null | undefined
  readonly failure: StepFailure | undefined
  /** Why it refused, in CM's own words. */
  readonly words: string | undefined
  /** Of a renaming. */
  readonly newName: string | undefined
  /** Whom or what it is about, where that is no component: a user, a token, a cluster, a route. */
  readonly about: string | undefined
  /** What a read-only switch was set to. */
  readonly isReadOnly: boolean | undefined
  /** From where it was asked for; nobody asks for what Wheelhouse does by itself. */
  readonly address: string | undefined
  /** What came of it, by our own word: `succeeded`, `verified`, `happened`. */
  readonly result: string | undefined
}

/** Reads a body leniently: a later version may say more, and what it says otherwise is left to the JSON. */
export function toldBy({ kind, body }: Pick<AuditRecord, 'kind' | 'body'>): Told {
  const reply = recordIn(body['reply'])
  const status = reply?.['status']
  const curl = textIn(body['curl'])
  return {
    operation: oneOf(operationKinds, body['kind']),
    step: oneOf(stepNames, body['name']),
    reason: textIn(body['reason']),
    calls: Array.isArray(body['calls'])
      ? body['calls'].map(String)
      : curl === undefined
        ? []
        : [curl],
    status: typeof status === 'number' || status === null ? status : undefined,
    failure: oneOf(stepFailureCodes, reply?.['failure']),
    words: reply?.['failure'] === 'REJECTED' ? cmWords(textIn(reply['body']) ?? '') : undefined,
    newName: kind === 'component.renamed' ? textIn(body['newName']) : undefined,
    about: ['token', 'user', 'cluster', 'route'].map((key) => textIn(body[key])).find(Boolean),
    isReadOnly: typeof body['readOnly'] === 'boolean' ? body['readOnly'] : undefined,
    address: textIn(body['address']),
    result: kind === 'step.intent' ? undefined : resultIn(body),
  }
}

const resultIn = (body: AuditRecord['body']): string | undefined =>
  ['verification', 'as', 'state', 'why', 'by'].map((key) => textIn(body[key])).find(Boolean)

const textIn = (value: unknown): string | undefined =>
  typeof value === 'string' && value !== '' ? value : undefined

const recordIn = (value: unknown): Record<string, unknown> | undefined =>
  typeof value === 'object' && value !== null
    ? Object.fromEntries(Object.entries(value))
    : undefined

const oneOf = <const T extends string>(words: readonly T[], value: unknown): T | undefined =>
  words.find((word) => word === value)
