import { Link } from '@tanstack/react-router'
import type { ConfigKey } from '@wheelhouse/contract'
import { spokenLocale } from '../../../i18n/locale.ts'
import { useText } from '../../../i18n/text.ts'
import type { Text } from '../../../i18n/text.ts'
import { useStore } from '../../../lib/store.ts'
import { Facts } from '../../../ui/facts.tsx'
import { TimeAgo } from '../../../ui/time-ago.tsx'
import { rangeWords } from './config-words.ts'
import type { ConfigRow, Secrecy } from './config-rows.ts'

interface ConfigAboutProps {
  readonly row: ConfigRow
  readonly secrecy: Secrecy | undefined
}

/** All that the catalogue says of a key, and when it was last sent from here. */
export function ConfigAbout({ row: { entry, known, lock }, secrecy }: ConfigAboutProps) {
  const text = useText()
  const locale = useStore(spokenLocale)
  const facts = [
    ...(known ? knownFacts(text, known) : []),
    ...(known?.danger
      ? [{ label: text('config.danger'), value: known.danger[locale], isWide: true }]
      : []),
    ...(lock
      ? [{ label: text('config.locked'), value: text(`config-lock.${lock}`), isWide: true }]
      : []),
    ...(secrecy
      ? [
          {
            label: text(`config.${secrecy}`),
            value: text(`config.${secrecy}.note`),
            isWide: true,
          },
        ]
      : []),
    {
      label: text('config.sent'),
      value: entry?.sent ? (
        <span>
          <TimeAgo at={entry.sent.at} />{' '}
          <Link to="/operations/$id" params={{ id: entry.sent.operation }}>
            {text('operation.look')}
          </Link>
        </span>
      ) : (
        text('config.sent.never')
      ),
    },
  ]
  return (
    <>
      {!known && <p className="dim">{text('config.unlisted.note')}</p>}
      <Facts isTight facts={facts} />
    </>
  )
}

function knownFacts(text: Text, known: ConfigKey) {
  const { type, unit, values, range, source } = known
  const unitWord = unit ? ` ${text(`config-unit.${unit}`)}` : ''
  return [
    { label: text('config.type'), value: text(`config-type.${type}`) },
    {
      label: text('config.default'),
      value: known.default === undefined ? '—' : `${known.default}${unitWord}`,
    },
    ...(values ? [{ label: text('config.values'), value: values.join(', ') }] : []),
    ...(range ? [{ label: text('config.range'), value: rangeWords(range) + unitWord }] : []),
    { label: text('config.source'), value: text(`config-source.${source}`), isWide: true },
  ]
}
