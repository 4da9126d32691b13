import type { Cluster } from '@wheelhouse/contract'
import type { Text } from '../../i18n/text.ts'

/** More than this is worth somebody's looking: whole seconds are all that a `Date` header tells. */
const worthALookSeconds = 2

type Clock = Cluster['clock']

export const isClockOff = (clock: Clock): boolean =>
  clock !== null && Math.abs(clock.aheadSeconds) > worthALookSeconds

const tenths = (seconds: number): string => String(Math.round(seconds * 10) / 10)

/** `3.5 s ahead, ± 0.5 s`; what the uncertainty alone may explain is in step. */
export function clockWords(text: Text, clock: Clock): string {
  if (clock === null) return text('clusters.clock.unknown')
  const { aheadSeconds, uncertainSeconds } = clock
  const n = tenths(Math.abs(aheadSeconds))
  const uncertain = tenths(uncertainSeconds)
  if (Math.abs(aheadSeconds) <= uncertainSeconds) return text('clusters.clock.same', { uncertain })
  return text(aheadSeconds > 0 ? 'clusters.clock.ahead' : 'clusters.clock.behind', { n, uncertain })
}
