import { TimeAgo, TimeAt } from '../../../ui/time-ago.tsx'

interface MomentProps {
  readonly at: string
  readonly isOld: boolean
}

/** The one age of a stale component stands in its header: here it is the moment alone. */
export const Moment = ({ at, isOld }: MomentProps) =>
  isOld ? <TimeAt at={at} /> : <TimeAgo at={at} />
