import { SetUpForm } from '../../features/signing/set-up-form.tsx'
import { useText } from '../../i18n/text.ts'
import { SigningFace } from './signing-face.tsx'

/** What a new Wheelhouse shows to whoever comes first. */
export function SetUpPage() {
  const text = useText()
  return (
    <SigningFace title={text('set-up.title')} lead={text('set-up.lead')}>
      <SetUpForm />
    </SigningFace>
  )
}
