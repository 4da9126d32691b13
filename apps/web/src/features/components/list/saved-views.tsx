import { IconBookmarks, IconDeviceFloppy } from '@tabler/icons-react'
import { useState } from 'react'
import { useText } from '../../../i18n/text.ts'
import { useStore } from '../../../lib/store.ts'
import { Button } from '../../../ui/button.tsx'
import { CopyButton } from '../../../ui/copy-button.tsx'
import fieldClasses from '../../../ui/field.module.css'
import { Popover } from '../../../ui/popover.tsx'
import type { ListTools } from './list-view.ts'
import { SavedViewLine } from './saved-view-line.tsx'
import classes from './saved-views.module.css'
import { builtInViews, savedViews, shareWord, viewChange, viewWord, withView } from './views.ts'

interface SavedViewsProps {
  readonly tools: ListTools
}

/** Lists by a name: some that come with the product, and those that this browser keeps. */
export function SavedViews({ tools }: SavedViewsProps) {
  const text = useText()
  return (
    <Popover icon={IconBookmarks} label={text('view.title')}>
      {(close) => <Views tools={tools} onClose={close} />}
    </Popover>
  )
}

function Views({ tools, onClose }: SavedViewsProps & { readonly onClose: () => void }) {
  const text = useText()
  const views = useStore(savedViews)
  const { search, narrowTo } = tools
  const now = viewWord(search)
  const apply = (word: string) => {
    narrowTo(viewChange(word))
    onClose()
  }
  const link = `${window.location.origin}${window.location.pathname}?${shareWord(search)}`

  return (
    <div className={classes.views}>
      <ul aria-label={text('view.built-in')}>
        {builtInViews.map(({ id, word }) => (
          <li key={id} className={classes.line}>
            <button
              type="button"
              className={classes.apply}
              aria-current={word === now || undefined}
              onClick={() => apply(word)}
            >
              {text(`view.${id}`)}
            </button>
          </li>
        ))}
      </ul>
      {views.length > 0 && (
        <ul aria-label={text('view.own')} className={classes.own}>
          {views.map((view) => (
            <SavedViewLine key={view.name} view={view} now={now} onApply={() => apply(view.word)} />
          ))}
        </ul>
      )}
      <SaveView now={now} />
      <div className={classes.line}>
        <span className={classes.label}>{text('view.link')}</span>
        <CopyButton value={link} label={text('view.link.copy')} />
      </div>
      <p className={classes.where}>{text('view.where')}</p>
    </div>
  )
}

/** A name that there is already says so before it is overwritten. */
function SaveView({ now }: { readonly now: string }) {
  const text = useText()
  const views = useStore(savedViews)
  const [typed, setTyped] = useState('')
  const name = typed.trim()
  const isTaken = views.some((view) => view.name === name)

  const save = () => {
    savedViews.set(withView(views, { name, word: now }))
    setTyped('')
  }
  return (
    <form
      className={classes.save}
      onSubmit={(event) => {
        event.preventDefault()
        if (name !== '') save()
      }}
    >
      <input
        className={fieldClasses.field}
        aria-label={text('view.name')}
        placeholder={text('view.name')}
        maxLength={60}
        value={typed}
        onChange={(event) => setTyped(event.currentTarget.value)}
      />
      <Button type="submit" icon={IconDeviceFloppy} isOff={name === ''}>
        {text(isTaken ? 'view.overwrite' : 'view.save')}
      </Button>
    </form>
  )
}
