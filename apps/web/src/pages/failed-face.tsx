// Cheaper to draw anew than to remember: see vite.config.ts.
'use no memo'

import { IconCloudOff, IconRefresh } from '@tabler/icons-react'
import { problemWords } from '../api/problem-words.ts'
import { useText } from '../i18n/text.ts'
import { Button } from '../ui/button.tsx'
import { Face } from '../ui/face.tsx'

interface FailedFaceProps {
  readonly error: Error
  readonly onRetry: () => void
}

export function FailedFace({ error, onRetry }: FailedFaceProps) {
  const text = useText()
  const { sentence, small } = problemWords(text, error)
  return (
    <Face
      icon={IconCloudOff}
      title={text('failed.title')}
      actions={
        <Button icon={IconRefresh} onClick={onRetry}>
          {text('retry')}
        </Button>
      }
    >
      <p role="alert">{sentence}</p>
      {small && <p className="mono">{small}</p>}
    </Face>
  )
}
