import { useMutation } from '@tanstack/react-query'
import type { Component } from '@wheelhouse/contract'
import { useState } from 'react'
import { untrackManyMutation } from '../../api/inventory.ts'
import { problemWords } from '../../api/problem-words.ts'
import { useText } from '../../i18n/text.ts'
import { numberWords } from '../../i18n/words.ts'
import { kindNames } from '../../lib/kind-names.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Strip } from '../../ui/strip.tsx'
import { LineList } from './line-list.tsx'

interface UntrackManyDialogProps {
  readonly components: readonly Component[]
  readonly onClose: () => void
  /** These are gone from the list. */
  readonly onDone: (ids: readonly string[]) => void
}

/** Asks once for all, then tells which of them could not be removed. */
export function UntrackManyDialog(props: UntrackManyDialogProps) {
  const { components: first, onClose, onDone } = props
  const text = useText()
  // As it was asked: what goes meanwhile goes from the list behind it only.
  const [components] = useState(first)
  const [answered, setAnswered] = useState(0)
  const { mutate, data, variables, isPending } = useMutation(untrackManyMutation)
  const failed = new Map(data?.failed.map(({ id, error }) => [id, error]))

  const remove = (ids: readonly string[]) => {
    setAnswered(0)
    mutate({ ids, onEach: setAnswered }, { onSuccess: ({ done }) => onDone(done) })
  }
  const isOver = data !== undefined && !isPending
  const left = isOver ? [...failed.keys()] : components.map(({ id }) => id)

  return (
    <Dialog
      title={text('inventory.untrack.title', { n: components.length })}
      size="680px"
      onClose={onClose}
      actions={
        <>
          <Button data-autofocus onClick={onClose}>
            {text(isOver ? 'dialog.close' : 'dialog.cancel')}
          </Button>
          {left.length > 0 && (
            <Button look="filled" isPending={isPending} onClick={() => remove(left)}>
              {isOver ? text('retry') : text('untrack.submit')}
            </Button>
          )}
        </>
      }
    >
      <p>{text('inventory.untrack.body')}</p>
      {isPending && (
        <output>
          {text('inventory.untrack.now', {
            n: numberWords(answered),
            of: numberWords(variables.ids.length),
          })}
        </output>
      )}
      {isOver && (
        <Strip tone={failed.size > 0 ? 'bad' : 'good'}>
          {text('inventory.untrack.done', { n: data.done.length })}
          {failed.size > 0 && ` ${text('inventory.untrack.failed', { n: failed.size })}`}
        </Strip>
      )}
      {(!isOver || failed.size > 0) && (
        <LineList
          lines={components.flatMap(({ id, name, kind, cluster }, index) => {
            const error = failed.get(id)
            if (isOver && !error) return []
            return {
              line: index + 1,
              name,
              state: error ? ('bad' as const) : ('plain' as const),
              note: error ? problemWords(text, error).sentence : `${cluster} · ${kindNames[kind]}`,
            }
          })}
        />
      )}
    </Dialog>
  )
}
