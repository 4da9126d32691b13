import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type { Component, Operation, OperationRequest } from '@wheelhouse/contract'
import { useState } from 'react'
import { operateKey, operateMutation } from '../../../api/commands.ts'
import type { Command } from '../../../api/commands.ts'
import { ProblemError } from '../../../api/problem-error.ts'
import { planQuery } from '../../../api/plan.ts'
import { randomId } from '../../../lib/random-id.ts'
import { useSettled } from '../../../lib/settled.ts'
import { tellAsked } from '../tell-asked.tsx'

interface Asking {
  readonly component: Component
  /** `undefined` while something in the form is missing or wrong: nothing is sent then, nor planned. */
  readonly request: OperationRequest | undefined
  readonly onDone: () => void
}

/** Has what the form asks for planned, and sends it with the facts that the shown plan rests on. */
export function useAsking({ component, request, onDone }: Asking) {
  const client = useQueryClient()
  const wanted = JSON.stringify(request) ?? ''
  const isSettled = useSettled(wanted) === wanted
  const plan = useQuery({
    ...planQuery(request),
    enabled: isSettled && request !== undefined,
    placeholderData: keepPreviousData,
  })
  const shown = request && plan.data
  const isPlanned = shown !== undefined && isSettled && !plan.isPlaceholderData && !plan.isFetching
  const [sent, setSent] = useState<Command>()

  const operate = useMutation({
    ...operateMutation(client, component.id),
    onSuccess: (operation: Operation) => {
      tellAsked(operation)
      onDone()
    },
    onError: (error: Error) => {
      if (problemOf(error)?.code === 'PLAN_CHANGED') void plan.refetch()
    },
  })
  // Wheelhouse may have taken it on: what is sent again is the very same, so the form stands still.
  const isUnanswered = operate.error !== null && !problemOf(operate.error)

  /** Asked of the cache, which knows at once: a second click of a double one finds the first. */
  const send = (reason: string) => {
    if (client.isMutating({ mutationKey: operateKey(component.id) }) > 0) return
    const command = isUnanswered && sent ? sent : fresh(reason)
    if (!command) return
    setSent(command)
    operate.mutate(command)
  }
  /** The same wish keeps its key; one that was changed after a refusal is another. */
  const fresh = (reason: string): Command | undefined => {
    if (!request || !isPlanned) return undefined
    const said = reason.trim()
    const full = { ...request, ...(said === '' ? {} : { reason: said }), expect: shown.expect }
    const isSame = JSON.stringify(sent?.request) === JSON.stringify(full)
    return { request: full, idempotencyKey: isSame && sent ? sent.idempotencyKey : randomId() }
  }

  return {
    plan: shown,
    planError: request ? plan.error : null,
    isPlanned,
    replan: () => void plan.refetch(),
    operate,
    isUnanswered,
    send,
  }
}

export const problemOf = (error: unknown) =>
  error instanceof ProblemError ? error.problem : undefined
