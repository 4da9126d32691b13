import { useState } from 'react'
import { useText } from '../../../i18n/text.ts'
import { numberWords } from '../../../i18n/words.ts'
import { Checkbox } from '../../../ui/checkbox.tsx'
import { SearchField } from '../../../ui/search-field.tsx'
import { toggled } from './facets.ts'
import type { FacetKey, FacetValue } from './facets.ts'
import classes from './filter-rail.module.css'
import { looks } from '../verdict.ts'

interface FacetGroupProps {
  readonly name: FacetKey
  readonly values: readonly FacetValue[]
  readonly labelOf: (value: string) => string
  /** Those that are chosen, between commas. */
  readonly list: string | undefined
  readonly onChange: (list: string | undefined) => void
}

/** From so many on they can be searched. */
const searchedFrom = 12
/** So many are shown at once; the others are found by searching. */
const mostShown = 60

const titles = {
  verdict: 'column.verdict',
  cluster: 'facts.cluster',
  host: 'column.host',
  project: 'column.project',
} as const

/** The values of one kind, several of which may be chosen; folded away by its heading. */
export function FacetGroup({ name, values, labelOf, list, onChange }: FacetGroupProps) {
  const text = useText()
  const [sought, setSought] = useState('')
  const title = text(titles[name])
  const chosen = values.filter(({ isChosen }) => isChosen).length
  const found = values.filter(
    ({ value, isChosen }) =>
      isChosen || labelOf(value).toLowerCase().includes(sought.trim().toLowerCase()),
  )
  // What is chosen is never out of reach.
  const shown = found.filter(({ isChosen }, place) => isChosen || place < mostShown)
  if (values.length === 0) return null

  return (
    <details open className={classes.group}>
      <summary>
        {title}
        {chosen > 0 && <span className={classes.chosen}>{text('rail.chosen', { n: chosen })}</span>}
      </summary>
      {values.length > searchedFrom && (
        <SearchField
          hasKey={false}
          aria-label={text('rail.search', { what: title })}
          placeholder={text('rail.search', { what: title })}
          value={sought}
          onChange={(event) => setSought(event.currentTarget.value)}
        />
      )}
      <fieldset className={classes.values}>
        <legend className="unseen">{title}</legend>
        {shown.map(({ value, count, isChosen }) => (
          <Checkbox
            key={value}
            checked={isChosen}
            onChange={() => onChange(toggled(list, value))}
            aside={numberWords(count)}
          >
            <span className={classes.value} data-none={count === 0 || undefined}>
              {name === 'verdict' && <VerdictShape verdict={value} />}
              <span className={name === 'host' || name === 'project' ? 'mono' : undefined}>
                {labelOf(value)}
              </span>
            </span>
          </Checkbox>
        ))}
      </fieldset>
      {found.length === 0 && <p className={classes.more}>{text('rail.none')}</p>}
      {found.length > shown.length && (
        <p className={classes.more}>{text('rail.more', { n: found.length - shown.length })}</p>
      )}
      {chosen > 0 && (
        <button type="button" className={classes.clear} onClick={() => onChange(undefined)}>
          {text('rail.clear.one', { what: title })}
        </button>
      )}
    </details>
  )
}

/** Its shape and its hue, as on its badge. */
function VerdictShape({ verdict }: { readonly verdict: string }) {
  const look = Object.entries(looks).find(([known]) => known === verdict)?.[1]
  if (!look) return null
  const { icon: Icon, tone } = look
  return (
    <span data-tone={tone} className={classes.shape}>
      <Icon size={15} stroke={2} aria-hidden />
    </span>
  )
}
