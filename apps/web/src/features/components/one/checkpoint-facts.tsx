import { useText } from '../../../i18n/text.ts'
import { localTime, utcTime, zoneOf } from '../../../lib/time.ts'
import { CopyButton } from '../../../ui/copy-button.tsx'
import { Facts } from '../../../ui/facts.tsx'
import { Unknown } from '../cells.tsx'

interface CheckpointFactsProps {
  /** Epoch seconds. */
  readonly seconds: number | null
}

/** The same moment as people, as machines and as CM say it, each to be copied. */
export function CheckpointFacts({ seconds }: CheckpointFactsProps) {
  const text = useText()
  if (seconds === null) {
    return <Facts facts={[{ label: text('facts.checkpoint'), value: <Unknown /> }]} />
  }
  const ms = seconds * 1000
  const ways = [
    [text('facts.checkpoint.local', { zone: zoneOf(ms) }), localTime(ms)],
    ['UTC', utcTime(ms)],
    [text('facts.checkpoint.epoch'), String(seconds)],
  ] as const
  return (
    <Facts
      facts={ways.map(([label, value]) => ({
        label: `${text('facts.checkpoint')} · ${label}`,
        value: (
          <>
            <span className="mono">{value}</span>
            <CopyButton value={value} label={text('copy.value', { value: label })} />
          </>
        ),
      }))}
    />
  )
}
