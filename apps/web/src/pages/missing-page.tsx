// Cheaper to draw anew than to remember: see vite.config.ts.
'use no memo'

import { Link } from '@tanstack/react-router'
import { IconCompass } from '@tabler/icons-react'
import { useText } from '../i18n/text.ts'
import { Face } from '../ui/face.tsx'

export function MissingPage() {
  const text = useText()
  return (
    <Face
      icon={IconCompass}
      title={text('missing.title')}
      actions={<Link to="/components">{text('component.missing.back')}</Link>}
    />
  )
}
