import { useQuery } from '@tanstack/react-query'
import { Suspense, useState } from 'react'
import { sessionQuery } from '../../api/queries.ts'
import { problemWords } from '../../api/problem-words.ts'
import { useText } from '../../i18n/text.ts'
import { actorWords } from '../../i18n/words.ts'
import { lazily } from '../../lib/lazily.ts'
import { Bones } from '../../ui/bones.tsx'
import { Button } from '../../ui/button.tsx'
import { Facts } from '../../ui/facts.tsx'
import { Trouble } from '../../ui/trouble.tsx'
import { LoadingFace } from '../loading-face.tsx'
import classes from './settings-page.module.css'

const LicenceList = lazily(() => import('../../features/settings/licence-list.tsx'), 'LicenceList')

/** Which Wheelhouse this is, for whom, and what it is made with. */
export function SettingsAbout() {
  const text = useText()
  const { data, error, refetch } = useQuery(sessionQuery)
  const [isOpen, setOpen] = useState(false)
  const trouble = error && problemWords(text, error)
  return (
    <div className={classes.stack}>
      {trouble && !data && (
        <Trouble
          sentence={trouble.sentence}
          small={trouble.small}
          action={
            <Button isSmall onClick={() => void refetch()}>
              {text('retry')}
            </Button>
          }
        />
      )}
      {!data && !error && <LoadingFace rows={1} height={48} isInside />}
      {data && (
        <Facts
          facts={[
            { label: text('settings.about.version'), value: `Wheelhouse ${data.version}` },
            { label: text('settings.about.mode'), value: text(`settings.about.mode.${data.mode}`) },
            { label: text('settings.about.actor'), value: actorWords(text, data.actor ?? '') },
            { label: text('settings.about.licence'), value: 'Apache-2.0' },
          ]}
        />
      )}
      <details
        className={classes.details}
        open={isOpen}
        onToggle={({ currentTarget }) => setOpen(currentTarget.open)}
      >
        <summary>{text('settings.licences')}</summary>
        <Suspense fallback={<Bones rows={6} height={28} />}>{isOpen && <LicenceList />}</Suspense>
      </details>
    </div>
  )
}
