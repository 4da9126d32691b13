import { useMutation } from '@tanstack/react-query'
import { useRouter } from '@tanstack/react-router'
import { IconLogout, IconUserCog } from '@tabler/icons-react'
import { problemWords } from '../../api/problem-words.ts'
import { signOutMutation } from '../../api/session.ts'
import { useText } from '../../i18n/text.ts'
import { Menu } from '../../ui/menu.tsx'
import { NoticeStrip, notify } from '../../ui/notices.tsx'

interface UserMenuProps {
  readonly label: string
  readonly name: string
  readonly anchor: HTMLElement
  readonly onClose: () => void
}

/** What whoever is signed in may do about it. */
export function UserMenu({ label, name, anchor, onClose }: UserMenuProps) {
  const text = useText()
  const router = useRouter()
  const signOut = useMutation({
    ...signOutMutation(),
    onError: (error: Error) =>
      notify({
        key: 'sign-out',
        strip: (
          <NoticeStrip noticeKey="sign-out" tone="bad">
            {text('user.sign-out.failed')} {problemWords(text, error).sentence}
          </NoticeStrip>
        ),
      }),
  })
  return (
    <Menu
      label={label}
      anchor={anchor}
      onClose={onClose}
      items={[
        {
          key: 'account',
          icon: IconUserCog,
          label: text('account.title'),
          note: text('user.signed-in-as', { name }),
          onChoose: () => void router.navigate({ to: '/account' }),
        },
        {
          key: 'sign-out',
          icon: IconLogout,
          label: text('user.sign-out'),
          onChoose: () => signOut.mutate(),
        },
      ]}
    />
  )
}
