/* oxlint-disable jsx-a11y/prefer-tag-over-role -- a `select` can't show what was found as it is typed */
import { IconSearch } from '@tabler/icons-react'
import { useEffect, useId, useRef, useState } from 'react'
import type { KeyboardEvent, ReactNode } from 'react'
import classes from './palette.module.css'

export interface PaletteItem {
  readonly key: string
  readonly icon: ReactNode
  readonly title: string
  readonly note?: string | undefined
  readonly aside?: ReactNode
  /** Can be walked to, so that its note tells why, but does nothing. */
  readonly isOff?: boolean
  readonly onChoose: () => void
}

export interface PaletteGroup {
  readonly key: string
  readonly label: string
  readonly items: readonly PaletteItem[]
}

interface PaletteProps {
  readonly label: string
  readonly placeholder: string
  /** At the foot: which keys do what. */
  readonly keys: string
  /** For who can't see the list: how many there are. */
  readonly told: string
  readonly none: string
  readonly query: string
  readonly groups: readonly PaletteGroup[]
  readonly onQuery: (query: string) => void
  readonly onClose: () => void
}

/** A box to type into over everything, and below it what was found; the arrows walk it, Enter goes. */
export function Palette(props: PaletteProps) {
  const { label, placeholder, keys, told, none, query, groups, onQuery, onClose } = props
  const dialog = useRef<HTMLDialogElement>(null)
  const list = useRef<HTMLDivElement>(null)
  const id = useId()
  // Until somebody moves: the first that does something.
  const [index, setIndex] = useState<number>()
  const items = groups.flatMap((group) => group.items)
  const first = Math.max(
    0,
    items.findIndex(({ isOff }) => !isOff),
  )
  const at = Math.min(index ?? first, items.length - 1)
  const optionId = (item: PaletteItem) => `${id}-${item.key}`
  const active = items[at]

  // It is closed and not only taken away, so that the focus goes back to where it was.
  useEffect(() => {
    const { current } = dialog
    current?.showModal()
    return () => current?.close()
  }, [])

  const walkTo = (next: number) => {
    const item = items[next]
    if (!item) return
    setIndex(next)
    const option = list.current?.querySelector(`[data-key="${CSS.escape(item.key)}"]`)
    option?.scrollIntoView({ block: 'nearest' })
  }
  const choose = (item: PaletteItem | undefined) => {
    if (!item || item.isOff) return
    dialog.current?.close()
    item.onChoose()
  }
  const press = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return
    const moves: Record<string, () => void> = {
      ArrowDown: () => walkTo((at + 1) % items.length),
      ArrowUp: () => walkTo((at + items.length - 1) % items.length),
      Enter: () => choose(active),
    }
    const move = moves[event.key]
    if (!move) return
    event.preventDefault()
    move()
  }

  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions, jsx-a11y/click-events-have-key-events -- Escape does what a click beside it does
    <dialog
      ref={dialog}
      aria-label={label}
      className={classes.palette}
      onClose={onClose}
      onClick={({ target }) => {
        if (target === dialog.current) dialog.current.close()
      }}
    >
      <div className={classes.box}>
        <div className={classes.field}>
          <IconSearch size={18} aria-hidden />
          <input
            // oxlint-disable-next-line jsx-a11y/no-autofocus -- it was opened to type into it
            autoFocus
            role="combobox"
            aria-label={label}
            aria-expanded
            aria-autocomplete="list"
            aria-controls={`${id}-list`}
            aria-activedescendant={active && optionId(active)}
            autoComplete="off"
            spellCheck={false}
            placeholder={placeholder}
            value={query}
            onChange={({ currentTarget: { value } }) => {
              setIndex(undefined)
              onQuery(value)
            }}
            onKeyDown={press}
          />
        </div>
        <div
          ref={list}
          id={`${id}-list`}
          role="listbox"
          aria-label={label}
          className={classes.list}
        >
          {groups.map((group) => (
            <div key={group.key} role="group" aria-labelledby={`${id}-${group.key}-group`}>
              <div id={`${id}-${group.key}-group`} className={classes.label}>
                {group.label}
              </div>
              {group.items.map((item) => (
                // oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/interactive-supports-focus -- the box above keeps the focus and takes the keys
                <div
                  key={item.key}
                  id={optionId(item)}
                  data-key={item.key}
                  role="option"
                  aria-selected={item === active}
                  aria-disabled={item.isOff || undefined}
                  className={classes.item}
                  onPointerMove={() => setIndex(items.indexOf(item))}
                  onClick={() => choose(item)}
                >
                  {item.icon}
                  <span className={classes.words}>
                    <span className={classes.title}>{item.title}</span>
                    {item.note && <span className={classes.note}>{item.note}</span>}
                  </span>
                  {item.aside && <span className={classes.aside}>{item.aside}</span>}
                </div>
              ))}
            </div>
          ))}
        </div>
        {items.length === 0 && <p className={classes.none}>{none}</p>}
        <output className="unseen">{told}</output>
        <p className={classes.keys} aria-hidden>
          {keys}
        </p>
      </div>
    </dialog>
  )
}
