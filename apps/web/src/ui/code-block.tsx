import classes from './code-block.module.css'
import { CopyButton } from './copy-button.tsx'

interface CodeBlockProps {
  /** What is copied. */
  readonly code: string
  /** What is shown instead, where that is only its beginning. */
  readonly shown?: string
  /** What the block is, for a screen reader. */
  readonly label: string
  readonly copyLabel: string
  /** For what a page is about, not beside something else. */
  readonly isTall?: boolean
}

export function CodeBlock({ code, shown = code, label, copyLabel, isTall }: CodeBlockProps) {
  return (
    <div className={classes.block} data-tall={isTall || undefined}>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must take the focus */}
      <section tabIndex={0} aria-label={label}>
        <pre>{shown}</pre>
      </section>
      <CopyButton value={code} label={copyLabel} />
    </div>
  )
}
