import { IconCheck, IconClipboardText } from '@tabler/icons-react'
import { useState } from 'react'
import { useText } from '../../../i18n/text.ts'
import { copyText } from '../../../lib/copy-text.ts'
import { Button } from '../../../ui/button.tsx'
import { hint } from '../../../ui/hints.tsx'

interface IncidentButtonProps {
  /** Made when it is asked for, so that it tells how it stands then. */
  readonly words: () => string
}

/** Copies how it stands and what was done, for a chat. */
export function IncidentButton({ words }: IncidentButtonProps) {
  const text = useText()
  const [outcome, setOutcome] = useState<'copied' | 'failed'>()
  const copy = async () => {
    setOutcome((await copyText(words())) ? 'copied' : 'failed')
    setTimeout(() => setOutcome(undefined), 2500)
  }
  return (
    <>
      <Button
        isSmall
        look="quiet"
        icon={outcome === 'copied' ? IconCheck : IconClipboardText}
        onClick={() => void copy()}
        {...hint(text('incident.hint'))}
      >
        {outcome === undefined ? text('incident.copy') : text(`copy.${outcome}`)}
      </Button>
      <span className="unseen" aria-live="polite">
        {outcome && text(`copy.${outcome}`)}
      </span>
    </>
  )
}
