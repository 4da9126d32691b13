import type { Component } from '@wheelhouse/contract'

export const atMs = Date.parse('2026-11-23T06:00:00Z')
export const ago = (seconds: number) => new Date(atMs - seconds * 1000).toISOString()

/** A healthy writer, two seconds behind, with whatever a test needs otherwise. */
export const componentWith = (facts: Partial<Component> = {}): Component => ({
  id: 'c1',
  cluster: 'default',
  kind: 'writer',
  name: '10.0.0.11-9000:p_3b7i_source-000-0:0000000001',
  identity: 'p_3b7i_source-000-0',
  formerNames: [],
  host: '10.0.0.11',
  project: 'p_3b7i',
  topic: null,
  subtopic: null,
  origin: 'pasted',
  trackedAt: ago(3600),
  status: 'running',
  active: true,
  checkpoint: atMs / 1000 - 2,
  sampledAt: ago(3),
  checkpointSince: ago(2),
  lagSeconds: 2,
  lagTrendSecondsPerMinute: 0,
  etaSeconds: null,
  askedAt: ago(1),
  observedAt: ago(1),
  freshForSeconds: 30,
  clockAheadSeconds: null,
  failure: null,
  verdict: 'running',
  verdictSince: ago(600),
  protection: { level: 'medium', isOwn: false },
  lagThresholdSeconds: 300,
  note: null,
  lastCommand: null,
  twin: null,
  failedOperation: null,
  operation: null,
  ...facts,
})
