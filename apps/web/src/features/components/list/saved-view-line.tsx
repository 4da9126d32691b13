import { IconCheck, IconDeviceFloppy, IconPencil, IconTrash, IconX } from '@tabler/icons-react'
import { useState } from 'react'
import { useText } from '../../../i18n/text.ts'
import fieldClasses from '../../../ui/field.module.css'
import { IconButton } from '../../../ui/icon-button.tsx'
import classes from './saved-views.module.css'
import { renamed, savedViews, withView, withoutView } from './views.ts'
import type { SavedView } from './views.ts'

interface SavedViewLineProps {
  readonly view: SavedView
  /** The list as it is shown now. */
  readonly now: string
  readonly onApply: () => void
}

/** One kept view: apply it, overwrite it with what is shown, rename it, delete it. */
export function SavedViewLine({ view, now, onApply }: SavedViewLineProps) {
  const text = useText()
  const [isRenaming, setRenaming] = useState(false)
  const { name, word } = view
  if (isRenaming) return <Rename name={name} onDone={() => setRenaming(false)} />
  return (
    <li className={classes.line}>
      <button
        type="button"
        className={classes.apply}
        aria-current={word === now || undefined}
        onClick={onApply}
      >
        {name}
      </button>
      <IconButton
        icon={IconDeviceFloppy}
        label={text('view.overwrite.one', { name })}
        isOff={word === now}
        onClick={() => savedViews.set(withView(savedViews.get(), { name, word: now }))}
      />
      <IconButton
        icon={IconPencil}
        label={text('view.rename', { name })}
        onClick={() => setRenaming(true)}
      />
      <IconButton
        icon={IconTrash}
        label={text('view.delete', { name })}
        onClick={() => savedViews.set(withoutView(savedViews.get(), name))}
      />
    </li>
  )
}

function Rename({ name, onDone }: { readonly name: string; readonly onDone: () => void }) {
  const text = useText()
  const [typed, setTyped] = useState(name)
  const to = typed.trim()
  return (
    <li>
      <form
        className={classes.save}
        onSubmit={(event) => {
          event.preventDefault()
          if (to !== '') savedViews.set(renamed(savedViews.get(), name, to))
          onDone()
        }}
      >
        <input
          // oxlint-disable-next-line jsx-a11y/no-autofocus -- it answers the press of its button
          autoFocus
          className={fieldClasses.field}
          aria-label={text('view.rename', { name })}
          maxLength={60}
          value={typed}
          onChange={(event) => setTyped(event.currentTarget.value)}
        />
        <IconButton type="submit" icon={IconCheck} label={text('view.rename.done')} />
        <IconButton icon={IconX} label={text('dialog.cancel')} onClick={onDone} />
      </form>
    </li>
  )
}
