// Cheaper to draw anew than to remember: see vite.config.ts.
'use no memo'

import { Button } from '../../ui/button.tsx'

interface StartFailedProps {
  readonly title: string
  readonly sentence: string
  readonly small?: string
  readonly retryWord: string
  readonly onRetry: () => void
}

export const StartFailed = ({ title, sentence, small, retryWord, onRetry }: StartFailedProps) => (
  <>
    <strong>{title}</strong> {sentence}
    {small && <div style={{ color: 'var(--wh-dim)', fontSize: 12 }}>{small}</div>}
    <Button isSmall onClick={onRetry}>
      {retryWord}
    </Button>
  </>
)
