import { useQuery } from '@tanstack/react-query'
import { IconLockOpen, IconUserPlus } from '@tabler/icons-react'
import { Suspense, useState } from 'react'
import { sessionQuery } from '../../api/queries.ts'
import { allSignedInQuery, allTokensQuery, usersQuery } from '../../api/users.ts'
import { UserList } from '../../features/access/user-list.tsx'
import { SessionList } from '../../features/account/session-list.tsx'
import { TokenList } from '../../features/account/token-list.tsx'
import { useText } from '../../i18n/text.ts'
import { lazily } from '../../lib/lazily.ts'
import { Button } from '../../ui/button.tsx'
import { Face } from '../../ui/face.tsx'
import { Panel } from '../../ui/panel.tsx'
import { QuestionFaces } from '../account/question-faces.tsx'
import pageClasses from '../page.module.css'

const UserDialog = lazily(() => import('../../features/access/user-dialog.tsx'), 'UserDialog')

/** Who can sign in and what they may do, where they are signed in, and the tokens of all of them. */
export function UsersPage() {
  const text = useText()
  const { data: session } = useQuery(sessionQuery)
  const [isAdding, setAdding] = useState(false)
  const isOpen = session?.state === 'open'
  return (
    <div className={pageClasses.page}>
      <title>{`${text('nav.users')} · Wheelhouse`}</title>
      <div className={pageClasses.head}>
        <h1 className={pageClasses.title}>{text('nav.users')}</h1>
        {!isOpen && (
          <Button look="filled" icon={IconUserPlus} onClick={() => setAdding(true)}>
            {text('users.new')}
          </Button>
        )}
      </div>
      {isOpen ? (
        <Face icon={IconLockOpen} title={text('account.open')}>
          <p>{text('users.open')}</p>
        </Face>
      ) : (
        <Everybody />
      )}
      <Suspense>{isAdding && <UserDialog onClose={() => setAdding(false)} />}</Suspense>
    </div>
  )
}

function Everybody() {
  const text = useText()
  return (
    <>
      <Panel title={text('users.all')} isFlush>
        <QuestionFaces query={useQuery(usersQuery)}>
          {({ items }) => <UserList users={items} />}
        </QuestionFaces>
      </Panel>
      <Panel title={text('users.sessions')} isFlush>
        <QuestionFaces query={useQuery(allSignedInQuery)}>
          {({ items }) => <SessionList sessions={items} isOfAll />}
        </QuestionFaces>
      </Panel>
      <Panel title={text('users.tokens')} isFlush>
        <QuestionFaces query={useQuery(allTokensQuery)}>
          {({ items }) => <TokenList tokens={items} isOfAll />}
        </QuestionFaces>
      </Panel>
    </>
  )
}
