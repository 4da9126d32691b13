import { SignInForm } from '../../features/signing/sign-in-form.tsx'
import { useText } from '../../i18n/text.ts'
import { SigningFace } from './signing-face.tsx'

export function SignInPage() {
  const text = useText()
  return (
    <SigningFace title={text('sign-in.title')}>
      <SignInForm />
    </SigningFace>
  )
}
