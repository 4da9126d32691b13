import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { Cluster, Component, Operation } from '@wheelhouse/contract'
import { useState } from 'react'
import { operateKey, operateMutation } from '../../api/commands.ts'
import { ProblemError } from '../../api/problem-error.ts'
import { problemWords } from '../../api/problem-words.ts'
import { componentQuery } from '../../api/queries.ts'
import { useText } from '../../i18n/text.ts'
import { randomId } from '../../lib/random-id.ts'
import { localTime } from '../../lib/time.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Trouble } from '../../ui/trouble.tsx'
import { CurrentFacts } from './current-facts.tsx'
import { PlanPreview } from './plan-preview.tsx'
import { tellAsked } from './tell-asked.tsx'
import { whyNotWords } from './why-not.ts'

interface StopDialogProps {
  readonly component: Component
  readonly cluster: Cluster | undefined
  readonly onClose: () => void
}

/** Names the component, shows how it is now, what will be sent and what follows; then asks once. */
export function StopDialog({ component: opened, cluster, onClose }: StopDialogProps) {
  const text = useText()
  const client = useQueryClient()
  // One opening of the dialog is one wish, however often its button is pressed.
  const [idempotencyKey] = useState(randomId)
  const { data } = useQuery({ ...componentQuery(opened.id), placeholderData: opened })
  const component = data ?? opened
  const name = component.identity ?? component.name
  const stop = useMutation({
    ...operateMutation(client, component.id),
    onSuccess: (operation: Operation) => {
      tellAsked(operation)
      onClose()
    },
  })
  const reason = stop.isIdle ? whyNotWords(text, 'stop', component, cluster) : undefined
  const trouble = stop.error && problemWords(text, stop.error)
  const holder = stop.error instanceof ProblemError ? stop.error.problem.operation : undefined

  const send = () => {
    if (client.isMutating({ mutationKey: operateKey(component.id) }) > 0 || reason) return
    stop.mutate({ kind: 'stop', component, idempotencyKey })
  }

  return (
    <Dialog
      title={text('stop.title', { name })}
      onClose={onClose}
      actions={
        <>
          <Button data-autofocus onClick={onClose}>
            {text('stop.keep')}
          </Button>
          <Button
            look="danger"
            isPending={stop.isPending}
            isOff={reason !== undefined}
            onClick={send}
          >
            {stop.isError ? text('retry') : text('stop.submit')}
          </Button>
        </>
      }
    >
      <p className="mono dim">{component.name}</p>
      <CurrentFacts component={component} />
      <p>
        {component.checkpoint === null
          ? text('stop.consequence.plain', { name })
          : text('stop.consequence', { name, at: localTime(component.checkpoint * 1000) })}
      </p>
      <PlanPreview component={component.id} kind="stop" />
      {reason && <Trouble sentence={reason} />}
      {trouble && (
        <Trouble sentence={trouble.sentence} small={trouble.small}>
          {holder && (
            <Link to="/operations/$id" params={{ id: holder.id }} onClick={onClose}>
              {text('operation.look')}
            </Link>
          )}
        </Trouble>
      )}
    </Dialog>
  )
}
