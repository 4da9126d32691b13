import { useState } from 'react'
import { useText } from '../i18n/text.ts'
import { Button } from './button.tsx'
import { CodeBlock } from './code-block.tsx'

interface FoldedCodeProps {
  readonly code: string
  readonly label: string
  readonly copyLabel: string
}

const mostCharacters = 900
const mostLines = 20

/** Its beginning where it is long, and all of it when asked for; what is copied is always all of it. */
export function FoldedCode({ code, label, copyLabel }: FoldedCodeProps) {
  const text = useText()
  const [isOpen, setOpen] = useState(false)
  const start = code.split('\n').slice(0, mostLines).join('\n').slice(0, mostCharacters)
  const isLong = start.length < code.length
  return (
    <div>
      <CodeBlock
        code={code}
        shown={isLong && !isOpen ? `${start}…` : code}
        label={label}
        copyLabel={copyLabel}
      />
      {isLong && (
        <Button isSmall look="quiet" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
          {isOpen ? text('fold.less') : text('fold.more', { n: code.length })}
        </Button>
      )}
    </div>
  )
}
