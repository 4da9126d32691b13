import { useMutation } from '@tanstack/react-query'
import { IconNote, IconPencil, IconTrash } from '@tabler/icons-react'
import type { Component } from '@wheelhouse/contract'
import { useState } from 'react'
import { noteMutation } from '../../../api/annotations.ts'
import { useMay } from '../../../api/rights.ts'
import { problemWords } from '../../../api/problem-words.ts'
import { useText } from '../../../i18n/text.ts'
import { actorWords } from '../../../i18n/words.ts'
import { Button } from '../../../ui/button.tsx'
import { hint } from '../../../ui/hints.tsx'
import { IconButton } from '../../../ui/icon-button.tsx'
import { TimeAgo } from '../../../ui/time-ago.tsx'
import { Trouble } from '../../../ui/trouble.tsx'
import classes from './note-editor.module.css'
import { NoteEditor } from './note-editor.tsx'

/** What somebody wants all to know of it; a place to write it where nobody has. */
export function ComponentNote({ component }: { readonly component: Component }) {
  const { id, note } = component
  const text = useText()
  const whyNot = useMay('inventory', component) ? undefined : text('refusal.not-allowed')
  const [editing, setEditing] = useState<'no' | 'yes' | 'left'>('no')
  const remove = useMutation(noteMutation(id))
  const trouble = remove.error && problemWords(text, remove.error)

  if (editing === 'yes') {
    return <NoteEditor id={id} note={note} onLeave={() => setEditing('left')} />
  }
  if (!note) {
    return (
      <div>
        <Button
          // oxlint-disable-next-line jsx-a11y/no-autofocus -- what had the focus has just gone
          autoFocus={editing === 'left'}
          isSmall
          look="quiet"
          icon={IconNote}
          isOff={whyNot !== undefined}
          {...hint(whyNot)}
          onClick={() => setEditing('yes')}
        >
          {text('note.add')}
        </Button>
      </div>
    )
  }
  return (
    <section aria-label={text('note.title')} className={classes.note}>
      <IconNote size={17} stroke={1.8} aria-hidden />
      <div className={classes.said}>
        <p className={classes.text}>{note.text}</p>
        <p className="dim">
          {actorWords(text, note.by)} · <TimeAgo at={note.at} />
        </p>
        {trouble && (
          <Trouble
            sentence={`${text('note.removed.failed')} ${trouble.sentence}`}
            small={trouble.small}
          />
        )}
      </div>
      <IconButton
        // oxlint-disable-next-line jsx-a11y/no-autofocus -- what had the focus has just gone
        autoFocus={editing === 'left'}
        icon={IconPencil}
        label={text('note.edit')}
        hintText={whyNot ?? text('note.edit')}
        isOff={whyNot !== undefined}
        onClick={() => setEditing('yes')}
      />
      <IconButton
        icon={IconTrash}
        label={text('note.remove')}
        hintText={whyNot ?? text('note.remove')}
        isOff={whyNot !== undefined}
        isPending={remove.isPending}
        onClick={() => remove.mutate('')}
      />
    </section>
  )
}
