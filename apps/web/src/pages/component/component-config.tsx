import { useQuery } from '@tanstack/react-query'
import { permissionsFor } from '@wheelhouse/contract'
import type { Addresses, Cluster, Component, ComponentConfig } from '@wheelhouse/contract'
import { Suspense, useState } from 'react'
import { configQuery } from '../../api/one-component.ts'
import { useMay } from '../../api/rights.ts'
import { ConfigBar } from '../../features/components/config/config-bar.tsx'
import {
  changesOf,
  faultCount,
  noEdits,
  withEdit,
} from '../../features/components/config/config-draft.ts'
import type { Draft } from '../../features/components/config/config-draft.ts'
import { ConfigList } from '../../features/components/config/config-list.tsx'
import { RestoredStrip } from '../../features/operations/restored-strip.tsx'
import type { Restored } from '../../features/operations/restore.ts'
import { useWhyNot } from '../../features/operations/why-not.ts'
import { useText } from '../../i18n/text.ts'
import { lazily } from '../../lib/lazily.ts'
import { Panel } from '../../ui/panel.tsx'
import { Strip } from '../../ui/strip.tsx'
import { TimeAgo } from '../../ui/time-ago.tsx'
import { ComponentVersions } from './component-versions.tsx'
import { TabFaces } from '../tab-faces.tsx'

const ConfigureDialog = lazily(
  () => import('../../features/operations/asking/configure-dialog.tsx'),
  'ConfigureDialog',
)
const JvmDialog = lazily(
  () => import('../../features/operations/asking/jvm-dialog.tsx'),
  'JvmDialog',
)

interface ComponentConfigTabProps {
  readonly component: Component
  readonly cluster: Cluster | undefined
  readonly draft: Draft
  readonly onDraft: (draft: Draft) => void
}

/** What it is set to, what each key means, how to change it, and how it came to be so. */
export const ComponentConfigTab = (props: ComponentConfigTabProps) => (
  <TabFaces query={useQuery(configQuery(props.component.id))}>
    {(config) => <ConfigRoom {...props} config={config} />}
  </TabFaces>
)

interface ConfigRoomProps extends ComponentConfigTabProps {
  readonly config: ComponentConfig
}

function ConfigRoom({ component, cluster, draft, onDraft, config }: ConfigRoomProps) {
  const text = useText()
  const whyNot = useWhyNot()
  const { id, kind } = component
  const mayAddress = useMay('configure-addresses', component)
  const addresses = mayAddress ? addressesOf(config) : undefined
  const [open, setOpen] = useState<ReadonlySet<string>>(new Set())
  const [isReviewing, setReviewing] = useState(false)
  const [isInJvm, setInJvm] = useState(false)
  const [restored, setRestored] = useState<Restored>()
  const [restores, setRestores] = useState(0)
  const changes = Object.keys(draft).length
  const set = changesOf(draft)
  const wanted = permissionsFor(kind, { kind: 'configure', input: { set } })
  const valueOf = (key: string) => config.entries.find((it) => it.key === key)?.value ?? null

  const restore = (version: Restored) => {
    let next = draft
    for (const [key, value] of Object.entries(version.values)) {
      next = withEdit(next, key, { value, before: valueOf(key) })
    }
    onDraft(next)
    setRestored(version)
    setRestores(restores + 1)
  }
  const discard = () => {
    onDraft(noEdits)
    setOpen(new Set())
    setRestored(undefined)
  }

  return (
    <>
      {config.source === 'sent' && <Strip tone="info">{text('config.sent-only')}</Strip>}
      {restored && <RestoredStrip key={restores} restored={restored} />}
      <Panel
        title={text('config.title')}
        isFlush
        aside={
          config.source === 'observed' &&
          config.observedAt !== null && (
            <span className="dim">
              {text('config.as-of')} <TimeAgo at={config.observedAt} />
            </span>
          )
        }
      >
        <ConfigList
          kind={kind}
          config={config}
          addresses={addresses}
          draft={draft}
          onDraft={onDraft}
          open={open}
          onOpen={setOpen}
          onJvm={() => setInJvm(true)}
        />
      </Panel>
      {config.subtopics.length > 0 && <Subtopics subtopics={config.subtopics} />}
      <ComponentVersions id={id} mayAddress={mayAddress} onRestore={restore} />
      {changes > 0 && (
        <ConfigBar
          changes={changes}
          faults={faultCount(kind, draft, addresses)}
          refusal={whyNot({ kind: 'configure', wanted }, component, cluster)}
          onDiscard={() => {
            discard()
            // The bar, which has the focus, goes.
            document.querySelector<HTMLElement>('main')?.focus({ preventScroll: true })
          }}
          onReview={() => setReviewing(true)}
        />
      )}
      <Suspense>
        {isReviewing && (
          <ConfigureDialog
            component={component}
            cluster={cluster}
            changes={set}
            onClose={() => setReviewing(false)}
            onDone={() => {
              setReviewing(false)
              discard()
            }}
          />
        )}
        {isInJvm && (
          <JvmDialog
            component={component}
            cluster={cluster}
            config={config}
            onClose={() => setInJvm(false)}
          />
        )}
      </Suspense>
    </>
  )
}

/** Which other hosts are allowed is known to the server alone, which checks them as well. */
const addressesOf = ({ entries }: ComponentConfig): Addresses => ({
  config: new Map(entries.map(({ key, value }) => [key, value])),
  hosts: 'unknown',
})

function Subtopics({ subtopics }: { readonly subtopics: readonly string[] }) {
  const text = useText()
  return (
    <Panel title={text('config.subtopics')}>
      <ul>
        {subtopics.map((it) => (
          <li key={it} className="mono">
            {it}
          </li>
        ))}
      </ul>
    </Panel>
  )
}
