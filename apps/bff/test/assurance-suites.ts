/** A goal of one figure: at least so much, at most so much, or exactly. */
export type Goal = { least: number } | { most: number } | { is: number }

/** What a suite shows, in one sentence, and what its figures must come to. */
export interface Suite {
  says: string
  /** By the figure's name; a figure without a goal is told, no more. */
  goals: Readonly<Record<string, Goal>>
}

const none: Goal = { is: 0 }

/** The suites whose figures stand in docs/assurance.md, in its order; each is written by one `assure(…)` of a test. */
export const suites: Readonly<Record<string, Suite>> = {
  'authorization-matrix': {
    says: 'Every route by every method does what it does for who may, and for everybody else nothing; what is out of scope is answered word for word as what is not there',
    goals: {
      routes: { least: 45 },
      methods: { is: 8 },
      principals: { is: 9 },
      requests: { least: 2_500 },
      uncovered: none,
      violations: none,
    },
  },
  'authorization-scope': {
    says: 'Names chosen to be taken for others are in scope by their code points alone, compared with the plainest matcher there is',
    goals: { names: { least: 10_000 }, violations: none },
  },
  'authorization-revoked': {
    says: 'A role, a scope, a user or a token taken away stops an operation before its next step, and ends the streams that were open',
    goals: { operations: { least: 4 }, streams: { least: 7 }, violations: none },
  },
  'audit-coverage': {
    says: 'Every endpoint of the contract leaves exactly the records that it declares, and none where it declares none',
    goals: { endpoints: { least: 40 }, exceptions: none, violations: none },
  },
  'audit-tampering': {
    says: 'Every edit, deletion, swap and insertion of a single record is found by `pnpm audit:verify`, a cut tail by an anchor',
    goals: { records: { least: 300 }, edits: { least: 1_000 }, undetected: none },
  },
  'audit-full-disk': {
    says: 'With the disk full, nothing is sent to a Cluster Manager that is not on record, reading goes on, and it recovers by itself',
    goals: { writes: { least: 15 }, sent: none, readsFailed: none },
  },
  'duplicate-submission': {
    says: 'Copies of a request, in parallel and one after the other, make one operation and one call',
    goals: { posts: { least: 3_000 }, operations: { is: 1_000 }, duplicates: none },
  },
  'secret-canaries': {
    says: 'Of secrets under known and unknown keys, in URLs, JSON, errors, headers, requests and passwords, none comes out in any spelling: not in an answer, the stream, an export, the log, the database or the memory',
    goals: { canaries: { least: 1_000 }, outputs: { least: 100 }, hits: none },
  },
  'form-injection': {
    says: 'What a configured value, name or host holds never becomes another line or another field of a call',
    goals: { cases: { least: 2_000 }, violations: none },
  },
  'read-only': {
    says: 'While writing is switched off, no kind of operation, no decision and no next step of a running one reaches a Cluster Manager',
    goals: { ways: { least: 10 }, sent: none },
  },
  'content-security-policy': {
    says: 'In none of the browser tests did the page do what its content security policy or Trusted Types forbid',
    goals: { tests: { least: 60 }, violations: none },
  },
  'cross-site-requests': {
    says: 'No page of another port, a sibling name, another site or an opaque origin changes anything for somebody who is signed in, by any changing endpoint',
    goals: {
      origins: { is: 4 },
      endpoints: { least: 20 },
      attempts: { least: 300 },
      accepted: none,
    },
  },
  'hostile-texts': {
    says: 'Texts that a Cluster Manager fills every field with are shown on every page and run nowhere',
    goals: { texts: { least: 200 }, pages: { least: 10 }, executions: none, violations: none },
  },
}
