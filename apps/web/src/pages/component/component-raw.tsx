import { useMutation, useQuery } from '@tanstack/react-query'
import { IconRefresh } from '@tabler/icons-react'
import { isObservable } from '@wheelhouse/contract'
import type { Component } from '@wheelhouse/contract'
import { askMutation, rawQuery } from '../../api/one-component.ts'
import { problemWords } from '../../api/problem-words.ts'
import { operationsQuery } from '../../api/queries.ts'
import { AskedReply } from '../../features/components/one/asked-reply.tsx'
import { LastWrite } from '../../features/components/one/last-write.tsx'
import { RawReplyPanel } from '../../features/components/one/raw-reply.tsx'
import { useText } from '../../i18n/text.ts'
import { Button } from '../../ui/button.tsx'
import { Strip } from '../../ui/strip.tsx'
import { Trouble } from '../../ui/trouble.tsx'
import { TabFaces } from '../tab-faces.tsx'

interface ComponentRawProps {
  readonly component: Component
}

/** CM's own words about it; of what it documents no read for, its answer to our last write. */
export const ComponentRaw = ({ component }: ComponentRawProps) =>
  isObservable(component.kind) ? <Read component={component} /> : <Written component={component} />

function Read({ component }: ComponentRawProps) {
  const text = useText()
  const ask = useMutation(askMutation(component))
  const trouble = ask.error && problemWords(text, ask.error)
  return (
    <>
      <TabFaces query={useQuery(rawQuery(component.id))}>
        {(reply) => (
          <RawReplyPanel
            reply={reply}
            ask={
              <Button
                isSmall
                icon={IconRefresh}
                isPending={ask.isPending}
                onClick={() => ask.mutate()}
              >
                {text('raw.ask')}
              </Button>
            }
          />
        )}
      </TabFaces>
      {trouble && (
        <Trouble sentence={`${text('raw.ask.failed')} ${trouble.sentence}`} small={trouble.small} />
      )}
      {ask.data && <AskedReply answer={ask.data} atMs={ask.data.atMs} />}
    </>
  )
}

function Written({ component: { id } }: ComponentRawProps) {
  const text = useText()
  return (
    <>
      <Strip tone="info">{text('raw.no-read')}</Strip>
      <TabFaces query={useQuery(operationsQuery({ component: id }))}>
        {({ items }) => <LastWrite operations={items} />}
      </TabFaces>
    </>
  )
}
