import { configFault, configGroups } from '@wheelhouse/contract'
import type { Addresses, ComponentConfig, ComponentKind } from '@wheelhouse/contract'
import { useState } from 'react'
import { spokenLocale } from '../../../i18n/locale.ts'
import { useText } from '../../../i18n/text.ts'
import { numberWords } from '../../../i18n/words.ts'
import { useStore } from '../../../lib/store.ts'
import { SearchField } from '../../../ui/search-field.tsx'
import { AddKey } from './config-add.tsx'
import { without, withEdit } from './config-draft.ts'
import type { Draft } from './config-draft.ts'
import { ConfigItem } from './config-item.tsx'
import classes from './config-list.module.css'
import { configRows, grouped, rowMatches, secrecyOf, suggestedKeys } from './config-rows.ts'
import type { ConfigRow } from './config-rows.ts'

interface ConfigListProps {
  readonly kind: ComponentKind
  readonly config: ComponentConfig
  /** See `configRows`. */
  readonly addresses: Addresses | undefined
  readonly draft: Draft
  readonly onDraft: (draft: Draft) => void
  /** The keys whose fields are shown, whether or not anything was typed into them. */
  readonly open: ReadonlySet<string>
  readonly onOpen: (open: ReadonlySet<string>) => void
  /** JVM flags are edited in a dialog of their own. */
  readonly onJvm: () => void
}

/** The keys under their headings, with a search over keys, values and meanings. */
export function ConfigList(props: ConfigListProps) {
  const { kind, config, addresses, draft, onDraft, open, onOpen, onJvm } = props
  const text = useText()
  const locale = useStore(spokenLocale)
  const [q, setQ] = useState('')
  const keys = new Set([...Object.keys(draft), ...open])
  const rows = configRows(kind, config.entries, { added: [...keys], addresses })
  const shown = rows.filter((row) => row.key in draft || rowMatches(row, q))

  const toOpen = (row: Pick<ConfigRow, 'key' | 'known'>) =>
    row.known?.type === 'jvm' ? onJvm() : onOpen(new Set([...open, row.key]))
  const undo = (key: string) => {
    onOpen(new Set([...open].filter((it) => it !== key)))
    onDraft(without(draft, key))
  }
  const faultOf = (key: string) => {
    const value = draft[key]?.value
    return value === undefined ? undefined : configFault(kind, key, value, { addresses })
  }
  const edit = (row: ConfigRow, value: string) => {
    const { key, entry } = row
    onOpen(new Set([...open, key]))
    // A secret that nobody types stays what it is.
    if (secrecyOf(row) && value === '') onDraft(without(draft, key))
    else onDraft(withEdit(draft, key, { value, before: entry?.value ?? null }))
  }

  return (
    <div className={classes.list}>
      <div className={classes.top}>
        <SearchField
          hasKey={false}
          aria-label={text('config.search')}
          placeholder={text('config.search')}
          value={q}
          onChange={(event) => setQ(event.currentTarget.value)}
        />
        <output className="dim">
          {text('config.count', { n: numberWords(shown.length), all: numberWords(rows.length) })}
        </output>
      </div>
      {rows.length === 0 && <p className={classes.none}>{text(`config.none.${config.source}`)}</p>}
      {rows.length > 0 && shown.length === 0 && (
        <p className={classes.none}>{text('config.no-match')}</p>
      )}
      {grouped(shown).map(([group, own]) => (
        <section key={group} aria-labelledby={`group-${group}`}>
          <h3 id={`group-${group}`} className={classes.group}>
            {configGroups[group][locale]} <span className="dim">{own.length}</span>
          </h3>
          <ul>
            {own.map((row) => (
              <ConfigItem
                key={row.key}
                row={row}
                edit={draft[row.key]}
                fault={faultOf(row.key)}
                isOpen={open.has(row.key)}
                onOpen={() => toOpen(row)}
                onEdit={(value) => edit(row, value)}
                onUndo={() => undo(row.key)}
              />
            ))}
          </ul>
        </section>
      ))}
      <AddKey
        kind={kind}
        suggested={suggestedKeys(kind, rows, addresses)}
        addresses={addresses}
        onAdd={toOpen}
      />
    </div>
  )
}
