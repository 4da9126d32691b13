import { useMutation } from '@tanstack/react-query'
import { longestNote, noteLength } from '@wheelhouse/contract'
import type { Component } from '@wheelhouse/contract'
import { useId, useState } from 'react'
import type { KeyboardEvent } from 'react'
import { noteMutation } from '../../../api/annotations.ts'
import { problemWords } from '../../../api/problem-words.ts'
import { useText } from '../../../i18n/text.ts'
import { actorWords, numberWords } from '../../../i18n/words.ts'
import { Button } from '../../../ui/button.tsx'
import { hint } from '../../../ui/hints.tsx'
import { Strip } from '../../../ui/strip.tsx'
import { Trouble } from '../../../ui/trouble.tsx'
import { noteConflict, noteFault, savedNote } from './note-draft.ts'
import classes from './note-editor.module.css'

interface NoteEditorProps {
  readonly id: string
  /** As it is now; what is typed goes out from how it was when the editor opened. */
  readonly note: Component['note']
  readonly onLeave: () => void
}

/** Writes the note in its place. What somebody else wrote meanwhile is shown beside it, and never lost unseen. */
export function NoteEditor({ id, note, onLeave }: NoteEditorProps) {
  const text = useText()
  const field = useId()
  const [before, setBefore] = useState(note)
  const [typed, setTyped] = useState(note?.text ?? '')
  const [isLeaving, setLeaving] = useState(false)
  const save = useMutation(noteMutation(id))
  const conflict = save.isPending || save.isSuccess ? undefined : noteConflict(before, note)
  const length = noteLength(typed)
  const fault = conflict && length <= longestNote ? undefined : noteFault(typed, before)
  const trouble = save.error && problemWords(text, save.error)
  const isDirty = typed !== (before?.text ?? '')

  const send = () => {
    if (fault || save.isPending) return
    setBefore(note)
    save.mutate(savedNote(typed), { onSuccess: onLeave })
  }
  const press = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) send()
    else if (event.key === 'Escape' && isDirty && !isLeaving) setLeaving(true)
    else if (event.key === 'Escape') onLeave()
    else return
    event.preventDefault()
  }

  return (
    <form
      className={classes.form}
      onSubmit={(event) => {
        event.preventDefault()
        send()
      }}
    >
      <label htmlFor={field}>{text('note.label')}</label>
      {conflict && <Theirs note={conflict.now} />}
      <textarea
        // oxlint-disable-next-line jsx-a11y/no-autofocus -- it was asked for with the button that was just pressed
        autoFocus
        id={field}
        rows={4}
        className={classes.field}
        aria-describedby={`${field}-hint`}
        aria-invalid={fault === 'too-long' || undefined}
        readOnly={save.isPending}
        value={typed}
        onFocus={({ currentTarget: it }) => it.setSelectionRange(it.value.length, it.value.length)}
        onChange={(event) => {
          setTyped(event.currentTarget.value)
          setLeaving(false)
        }}
        onKeyDown={press}
      />
      <p id={`${field}-hint`} className={classes.hint}>
        <span>{text('note.hint')}</span>
        <span className={fault === 'too-long' ? classes.alarm : undefined}>
          {numberWords(length)} / {numberWords(longestNote)}
        </span>
      </p>
      {trouble && (
        <Trouble sentence={`${text('note.failed')} ${trouble.sentence}`} small={trouble.small} />
      )}
      <div className={classes.actions}>
        {isLeaving ? (
          <>
            <p role="alert">{text('note.leave')}</p>
            <Button isSmall onClick={() => setLeaving(false)}>
              {text('ask.leave.stay')}
            </Button>
            <Button isSmall look="danger" onClick={onLeave}>
              {text('ask.leave.go')}
            </Button>
          </>
        ) : (
          <>
            <Button isSmall onClick={() => (isDirty ? setLeaving(true) : onLeave())}>
              {text('dialog.cancel')}
            </Button>
            <Button
              type="submit"
              isSmall
              look="filled"
              isPending={save.isPending}
              isOff={fault !== undefined}
              {...hint(fault && faultWords())}
            >
              {text(conflict ? 'note.save.over' : trouble ? 'retry' : 'note.save')}
            </Button>
          </>
        )}
      </div>
    </form>
  )

  function faultWords() {
    return fault === 'too-long'
      ? text('note.too-long', { n: numberWords(length), most: numberWords(longestNote) })
      : text('note.unchanged')
  }
}

/** What stands there by now. */
function Theirs({ note }: { readonly note: Component['note'] }) {
  const text = useText()
  if (!note) return <Strip tone="warning">{text('note.conflict.gone')}</Strip>
  return (
    <Strip tone="warning">
      {text('note.conflict', { by: actorWords(text, note.by) })}
      <p className={classes.text}>{note.text}</p>
    </Strip>
  )
}
