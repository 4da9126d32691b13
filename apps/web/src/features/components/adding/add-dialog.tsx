import { NativeSelect, Textarea } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { componentKinds, mostNames } from '@wheelhouse/contract'
import type { ComponentKind, TrackResult } from '@wheelhouse/contract'
import { useDeferredValue, useState } from 'react'
import '@mantine/core/styles/Input.css'
import { trackMutation } from '../../../api/tracking.ts'
import { problemWords } from '../../../api/problem-words.ts'
import { useClusters, useComponents } from '../../../api/estate.ts'
import { useText } from '../../../i18n/text.ts'
import { numberWords } from '../../../i18n/words.ts'
import { Button } from '../../../ui/button.tsx'
import { Dialog } from '../../../ui/dialog.tsx'
import { Trouble } from '../../../ui/trouble.tsx'
import { PasteReport } from './paste-report.tsx'
import { readPaste } from './paste.ts'
import { TrackReport } from './track-report.tsx'

interface AddDialogProps {
  /** The kind that the list shows, if it shows but one. */
  readonly kind?: ComponentKind | undefined
  readonly onClose: () => void
}

const examples: Record<ComponentKind, string> = {
  writer: '10.0.0.11-9000:p_3b7i_source-000-0:0000000001',
  connector: '10.0.0.12-9000:p_3b7i_source-000-0:0000000001',
  checker: '4711',
}

/** Names are pasted, for CM documents no way to list its components. */
export function AddDialog({ kind: shown, onClose }: AddDialogProps) {
  const text = useText()
  const clusters = useClusters() ?? []
  const components = useComponents() ?? []
  const [chosen, setChosen] = useState<string>()
  const [kind, setKind] = useState<ComponentKind>(shown ?? 'writer')
  const [pasted, setPasted] = useState('')
  const track = useMutation(trackMutation())

  const cluster = chosen ?? clusters[0]?.id
  const tracked = new Set(
    components.filter((it) => it.cluster === cluster && it.kind === kind).map((it) => it.name),
  )
  const lines = readPaste(useDeferredValue(pasted), {
    kind,
    isTracked: (name) => tracked.has(name),
  })
  const good = lines.filter(({ fault }) => fault === undefined).map(({ name }) => name)
  const isTooMany = good.length > mostNames
  const results: TrackResult[] | undefined = track.data?.items

  const send = () => {
    if (cluster !== undefined && good.length > 0 && !isTooMany && !track.isPending) {
      track.mutate({ cluster, kind, names: good })
    }
  }

  if (results) {
    return (
      <Dialog
        title={text('add.title')}
        onClose={onClose}
        actions={
          <>
            <Button
              onClick={() => {
                setPasted('')
                track.reset()
              }}
            >
              {text('add.more')}
            </Button>
            <Button look="filled" data-autofocus onClick={onClose}>
              {text('dialog.done')}
            </Button>
          </>
        }
      >
        <TrackReport results={results} />
      </Dialog>
    )
  }

  const trouble = track.error && problemWords(text, track.error)
  return (
    <Dialog
      title={text('add.title')}
      size="680px"
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{text('dialog.cancel')}</Button>
          <Button
            look="filled"
            isPending={track.isPending}
            disabled={good.length === 0 || isTooMany || cluster === undefined}
            onClick={send}
          >
            {track.isError ? text('retry') : text('add.submit', { n: good.length })}
          </Button>
        </>
      }
    >
      {clusters.length > 1 && (
        <NativeSelect
          label={text('add.cluster')}
          data={clusters.map(({ id, name }) => ({ value: id, label: `CM ${name}` }))}
          value={cluster ?? ''}
          onChange={(event) => setChosen(event.currentTarget.value)}
        />
      )}
      <NativeSelect
        label={text('add.kind')}
        description={kind === 'writer' ? undefined : text('add.unobservable')}
        data={componentKinds.map((it) => ({ value: it, label: text(`component-kind.${it}`) }))}
        value={kind}
        onChange={(event) => {
          const next = componentKinds.find((it) => it === event.currentTarget.value)
          if (next) setKind(next)
        }}
      />
      <Textarea
        data-autofocus
        label={text(`add.names.${kind}`)}
        description={text(`add.hint.${kind}`)}
        placeholder={examples[kind]}
        minRows={6}
        rows={6}
        spellCheck={false}
        styles={{ input: { fontFamily: 'var(--wh-mono)', fontSize: 12.5, resize: 'vertical' } }}
        value={pasted}
        onChange={(event) => setPasted(event.currentTarget.value)}
      />
      <PasteReport kind={kind} lines={lines} />
      {isTooMany && <Trouble sentence={text('add.too-many', { n: numberWords(mostNames) })} />}
      {trouble && <Trouble sentence={trouble.sentence} small={trouble.small} />}
    </Dialog>
  )
}
