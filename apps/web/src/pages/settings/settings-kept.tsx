import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import {
  columnsOf,
  columnsWord,
  densityOf,
  makeUsual,
} from '../../features/components/list/columns.ts'
import { railOpen } from '../../features/components/list/rail-open.ts'
import { parseListSearch } from '../../features/components/list/list-search.ts'
import { savedViews, withoutView } from '../../features/components/list/views.ts'
import { useText } from '../../i18n/text.ts'
import { useStore } from '../../lib/store.ts'
import { Button } from '../../ui/button.tsx'
import { hint } from '../../ui/hints.tsx'
import classes from './settings-page.module.css'

/** What this browser remembers of the list of components, and how it forgets it. */
export function SettingsKept() {
  const text = useText()
  const views = useStore(savedViews)
  const isRailOpen = useStore(railOpen)
  // The columns and the density are read where they are needed, and tell nobody that they changed.
  const [usual, setUsual] = useState(usualNow)
  const forget = (what: 'cols' | 'density') => {
    makeUsual(what, undefined)
    setUsual(usualNow())
  }
  const rows = [
    {
      id: 'columns',
      said: usual.columns.map((column) => text(`column.${column}`)).join(' · '),
      isDefault: columnsWord(usual.columns) === undefined,
      onForget: () => forget('cols'),
    },
    {
      id: 'density',
      said: text(`density.${usual.density}`),
      isDefault: usual.density === 'comfortable',
      onForget: () => forget('density'),
    },
    {
      id: 'rail',
      said: text(isRailOpen ? 'settings.kept.rail.open' : 'settings.kept.rail.closed'),
      isDefault: !isRailOpen,
      onForget: () => railOpen.set(false),
    },
  ] as const

  return (
    <div className={classes.stack}>
      <ul className={classes.kept}>
        {rows.map(({ id, said, isDefault, onForget }) => (
          <li key={id}>
            <div>
              <div>{text(`settings.kept.${id}`)}</div>
              <div className={classes.dim}>{said}</div>
            </div>
            <Button
              isSmall
              isOff={isDefault}
              aria-label={text('settings.forget.what', { what: text(`settings.kept.${id}`) })}
              {...hint(isDefault ? text('settings.forget.default') : undefined)}
              onClick={onForget}
            >
              {text('settings.forget')}
            </Button>
          </li>
        ))}
        <li>
          <div>
            <div>{text('view.own')}</div>
            {views.length === 0 && <div className={classes.dim}>{text('settings.kept.none')}</div>}
          </div>
        </li>
        {views.map(({ name, word }) => (
          <li key={name}>
            <div>
              <Link
                to="/components"
                search={parseListSearch(Object.fromEntries(new URLSearchParams(word)))}
              >
                {name}
              </Link>
            </div>
            <Button
              isSmall
              aria-label={text('settings.forget.what', { what: name })}
              onClick={() => savedViews.set(withoutView(savedViews.get(), name))}
            >
              {text('settings.forget')}
            </Button>
          </li>
        ))}
      </ul>
      <p className={classes.dim}>{text('settings.browser-only')}</p>
    </div>
  )
}

const usualNow = () => ({ columns: columnsOf({}), density: densityOf({}) })
