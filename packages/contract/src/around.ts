import type { Component } from './component.ts'

/** Whether a plan begins with a stop and ends with a start. */
export interface Around {
  readonly stop: boolean
  readonly start: boolean
}

/**
 * What a change begins and ends with, unless the request says so: stopped first unless it is seen
 * inactive, and started again unless we stopped it ourselves. A new value is no reason to run: what is
 * seen standing still is only configured. A checker is configured as it is (cm-api.md §1.2 row 18).
 */
export function aroundOf(
  kind: 'configure' | 'rewind' | 'migrate',
  component: Pick<Component, 'kind' | 'active' | 'lastCommand'>,
): Around {
  const { active, lastCommand } = component
  if (kind === 'configure' && component.kind === 'checker') return { stop: false, start: false }
  const wasLeftRunning = lastCommand?.leaves !== 'stopped'
  return {
    stop: active !== false,
    start: kind === 'configure' ? (active ?? wasLeftRunning) : wasLeftRunning,
  }
}
