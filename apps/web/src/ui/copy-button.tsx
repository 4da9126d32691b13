import { IconCheck, IconCopy } from '@tabler/icons-react'
import { useState } from 'react'
import { useText } from '../i18n/text.ts'
import { copyText } from '../lib/copy-text.ts'
import { IconButton } from './icon-button.tsx'

interface CopyButtonProps {
  readonly value: string
  /** What is copied: “Copy the name”. */
  readonly label: string
}

export function CopyButton({ value, label }: CopyButtonProps) {
  const text = useText()
  const [outcome, setOutcome] = useState<'copied' | 'failed'>()

  const copy = async () => {
    setOutcome((await copyText(value)) ? 'copied' : 'failed')
    setTimeout(() => setOutcome(undefined), 1600)
  }

  const said = outcome && text(`copy.${outcome}`)
  return (
    <>
      <IconButton
        icon={outcome === 'copied' ? IconCheck : IconCopy}
        label={label}
        hintText={said ?? label}
        onClick={() => void copy()}
      />
      <span className="unseen" aria-live="polite">
        {said}
      </span>
    </>
  )
}
