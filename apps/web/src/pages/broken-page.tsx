// Cheaper to draw anew than to remember: see vite.config.ts.
'use no memo'

import { IconBug } from '@tabler/icons-react'
import { useText } from '../i18n/text.ts'
import { Button } from '../ui/button.tsx'
import { Face } from '../ui/face.tsx'

/** A bug of ours, or a part of the page that a newer version took away. */
export function BrokenPage({ error }: { readonly error: Error }) {
  const text = useText()
  return (
    <Face
      icon={IconBug}
      title={text('broken.title')}
      actions={<Button onClick={() => window.location.reload()}>{text('broken.reload')}</Button>}
    >
      <p>{text('broken.body')}</p>
      <p className="mono">{error.message}</p>
    </Face>
  )
}
