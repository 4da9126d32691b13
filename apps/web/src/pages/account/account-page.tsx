import { useQuery } from '@tanstack/react-query'
import { IconKey, IconLockOpen } from '@tabler/icons-react'
import { Suspense, useState } from 'react'
import { signedInQuery, tokensQuery } from '../../api/account.ts'
import { sessionQuery } from '../../api/queries.ts'
import { PasswordForm } from '../../features/account/password-form.tsx'
import { SessionList } from '../../features/account/session-list.tsx'
import { TokenList } from '../../features/account/token-list.tsx'
import { grantWords } from '../../i18n/grant-words.ts'
import { useText } from '../../i18n/text.ts'
import { lazily } from '../../lib/lazily.ts'
import { Button } from '../../ui/button.tsx'
import { Face } from '../../ui/face.tsx'
import { Panel } from '../../ui/panel.tsx'
import { FailedFace } from '../failed-face.tsx'
import { LoadingFace } from '../loading-face.tsx'
import pageClasses from '../page.module.css'
import { QuestionFaces } from './question-faces.tsx'

const NewTokenDialog = lazily(() => import('./new-token-dialog.tsx'), 'NewTokenDialog')

/** Of whoever is signed in: the password, the browsers and the tokens. */
export function AccountPage() {
  const text = useText()
  const session = useQuery(sessionQuery)
  const actor = session.data?.actor ?? ''
  return (
    <div className={pageClasses.page}>
      <title>{`${text('account.title')} · Wheelhouse`}</title>
      <h1 className={pageClasses.title}>
        {session.data?.state === 'signed-in'
          ? text('account.of', { name: actor })
          : text('account.title')}
      </h1>
      {!session.data && session.error && (
        <FailedFace error={session.error} onRetry={() => void session.refetch()} />
      )}
      {!session.data && !session.error && <LoadingFace rows={4} height={54} />}
      {session.data?.state === 'open' && (
        <Face icon={IconLockOpen} title={text('account.open')}>
          <p>{text('banner.open')}</p>
        </Face>
      )}
      {session.data && session.data.state !== 'open' && (
        <Account name={actor} grants={session.data.grants} />
      )}
    </div>
  )
}

function Account(props: {
  readonly name: string
  readonly grants: Parameters<typeof NewTokenDialog>[0]['own']
}) {
  const { name, grants } = props
  const text = useText()
  const [isAsked, setAsked] = useState(false)
  return (
    <>
      <p className="dim">
        {text('account.may', { what: grants.map((it) => grantWords(text, it)).join('; ') })}
      </p>
      <Panel title={text('account.password')}>
        <PasswordForm name={name} />
      </Panel>
      <Panel title={text('account.sessions')} isFlush>
        <QuestionFaces query={useQuery(signedInQuery)}>
          {({ items }) => <SessionList sessions={items} />}
        </QuestionFaces>
      </Panel>
      <Panel
        title={text('account.tokens')}
        isFlush
        aside={
          <Button isSmall icon={IconKey} onClick={() => setAsked(true)}>
            {text('account.token.new')}
          </Button>
        }
      >
        <QuestionFaces query={useQuery(tokensQuery)}>
          {({ items }) => <TokenList tokens={items} />}
        </QuestionFaces>
      </Panel>
      <Suspense>
        {isAsked && <NewTokenDialog own={grants} onClose={() => setAsked(false)} />}
      </Suspense>
    </>
  )
}
