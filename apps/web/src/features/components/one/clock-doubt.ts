import type { Cluster, Component } from '@wheelhouse/contract'
import type { Text } from '../../../i18n/text.ts'
import { durationWords } from '../../../i18n/words.ts'

type Clocked = Pick<Component, 'clockAheadSeconds'>

/** A second or two is what whole seconds can't tell. */
const toldFromSeconds = 2

/**
 * By how much a lag may be wrong, seconds: it is counted between clocks, and as far as they differ, one of
 * them is wrong. Nothing where they agree, or where none can be seen.
 */
export function clockDoubtSeconds(
  { clockAheadSeconds }: Clocked,
  cluster: Pick<Cluster, 'clock'> | undefined,
): number | undefined {
  const clock = cluster?.clock
  const ofCluster = clock ? Math.abs(clock.aheadSeconds) + clock.uncertainSeconds : 0
  const doubt = Math.ceil(Math.max(Math.abs(clockAheadSeconds ?? 0), ofCluster))
  return doubt > toldFromSeconds ? doubt : undefined
}

/** `uncertain ± 8 s`. */
export const doubtWords = (text: Text, seconds: number): string =>
  text('clock.doubt', { n: durationWords(text, seconds) })

/** Each clock that is known, and how it stands against ours; nothing where none is. */
export function clockWords(
  text: Text,
  { clockAheadSeconds }: Clocked,
  cluster: Pick<Cluster, 'clock'> | undefined,
): string[] {
  const clock = cluster?.clock
  const words = (id: 'clock.component' | 'clock.cm', ahead: number) =>
    text(id, { how: aheadWords(text, ahead) })
  return [
    ...(clockAheadSeconds === null ? [] : [words('clock.component', clockAheadSeconds)]),
    ...(clock
      ? [
          `${words('clock.cm', clock.aheadSeconds)} (± ${durationWords(text, Math.ceil(clock.uncertainSeconds))})`,
        ]
      : []),
  ]
}

function aheadWords(text: Text, seconds: number): string {
  const n = durationWords(text, Math.round(Math.abs(seconds)))
  if (Math.round(seconds) === 0) return text('clock.even')
  return text(seconds > 0 ? 'clock.ahead' : 'clock.behind', { n })
}
