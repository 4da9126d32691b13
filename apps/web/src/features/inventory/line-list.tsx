import { IconAlertTriangle, IconCheck, IconPlayerSkipForward } from '@tabler/icons-react'
import { useText } from '../../i18n/text.ts'
import classes from '../../ui/line-list.module.css'

interface ShownLine {
  readonly line: number
  readonly name: string
  readonly state: 'good' | 'skipped' | 'bad' | 'plain'
  readonly note: string
}

/** Ten thousand lines are a sum and a beginning. */
const mostShown = 200
/** Of a line that is no name, but a whole file. */
const mostCharacters = 1024
const order = { bad: 0, skipped: 1, good: 2, plain: 3 } as const
const icons = {
  good: IconCheck,
  skipped: IconPlayerSkipForward,
  bad: IconAlertTriangle,
  plain: undefined,
} as const

/** Lines of a file: the bad first, for they need a look. */
export function LineList({ lines }: { readonly lines: readonly ShownLine[] }) {
  const text = useText()
  const shown = lines
    .toSorted((one, other) => order[one.state] - order[other.state])
    .slice(0, mostShown)
  const left = lines.length - shown.length
  if (lines.length === 0) return null
  return (
    <>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must take the focus */}
      <ol tabIndex={0} className={classes.list} aria-label={text('import.lines')}>
        {shown.map(({ line, name, state, note }) => {
          const Icon = icons[state]
          return (
            <li
              key={line}
              data-bad={state === 'bad' || undefined}
              data-skipped={state === 'skipped' || undefined}
            >
              {Icon && <Icon size={14} aria-hidden />}
              <span className={classes.line}>{line}</span>
              <span className={classes.name}>{name === '' ? '—' : shortened(name)}</span>
              <span className={classes.note}>{note}</span>
            </li>
          )
        })}
      </ol>
      {left > 0 && <p className="dim">{text('add.left', { n: left })}</p>}
    </>
  )
}

const shortened = (name: string): string =>
  name.length > mostCharacters ? `${name.slice(0, mostCharacters)}…` : name
