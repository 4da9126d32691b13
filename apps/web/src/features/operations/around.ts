import type { Component } from '@wheelhouse/contract'

/** Whether a plan begins with a stop and ends with a start. */
export interface Around {
  readonly stop: boolean
  readonly start: boolean
}

/** What a form begins with: stopped first unless it is seen inactive, started again unless we stopped it. */
export const aroundOf = ({ active, lastCommand }: Component): Around => ({
  stop: active !== false,
  start: lastCommand?.leaves !== 'stopped',
})

/** As `aroundOf`, but what stands still goes on standing still: a new value is no reason to run. */
export const aroundChangeOf = (component: Component): Around => ({
  stop: component.active !== false,
  start: component.active ?? component.lastCommand?.leaves !== 'stopped',
})
