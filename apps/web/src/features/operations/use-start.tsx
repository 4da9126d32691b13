import { useIsMutating, useMutation, useQueryClient } from '@tanstack/react-query'
import type { Component, Operation } from '@wheelhouse/contract'
import { operateKey, operateMutation } from '../../api/commands.ts'
import type { Command } from '../../api/commands.ts'
import { problemWords } from '../../api/problem-words.ts'
import { useText } from '../../i18n/text.ts'
import { randomId } from '../../lib/random-id.ts'
import { NoticeStrip, notify } from '../../ui/notices.tsx'
import { StartFailed } from './start-failed.tsx'
import { noticeKey, tellAsked } from './tell-asked.tsx'

/** A start needs no question: one click sends it, and a notice at the foot tells what came of it. */
export function useStart(component: Component) {
  const text = useText()
  const client = useQueryClient()
  const isPending = useIsMutating({ mutationKey: operateKey(component.id) }) > 0
  const name = component.identity ?? component.name
  const key = noticeKey('start', component.id)

  const { mutate } = useMutation({
    ...operateMutation(client, component.id),
    onSuccess: (operation: Operation) => tellAsked(operation),
    onError: (error: Error, command: Command) =>
      notify({
        key,
        strip: (
          <NoticeStrip noticeKey={key} tone="bad">
            <StartFailed
              title={text('start.failed', { name })}
              retryWord={text('retry')}
              {...problemWords(text, error)}
              onRetry={() => send(command)}
            />
          </NoticeStrip>
        ),
      }),
  })

  /** Asked of the cache, which knows at once: a second click of a double one finds the first. */
  const send = (command: Command) => {
    if (client.isMutating({ mutationKey: operateKey(component.id) }) === 0) mutate(command)
  }
  const start = () =>
    send({ request: { kind: 'start', component: component.id }, idempotencyKey: randomId() })

  return { start, isPending }
}
