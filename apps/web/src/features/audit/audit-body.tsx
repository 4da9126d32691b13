import type { AuditRecord } from '@wheelhouse/contract'
import { useText } from '../../i18n/text.ts'
import { CodeBlock } from '../../ui/code-block.tsx'
import { CopyButton } from '../../ui/copy-button.tsx'
import { FoldedCode } from '../../ui/folded-code.tsx'
import classes from './audit-table.module.css'

interface AuditBodyProps {
  readonly record: AuditRecord
  readonly calls: readonly string[]
}

/** The whole of a record: its calls, its body as it is kept, and the mac that chains it to the one before. */
export function AuditBody({ record: { seq, at, body, mac }, calls }: AuditBodyProps) {
  const text = useText()
  return (
    <div className={classes.body}>
      <p className="dim">
        {text('audit.record', { seq })} · <span className="mono">{at}</span>
      </p>
      {calls.length > 0 && (
        <CodeBlock
          code={calls.join('\n')}
          label={text('audit.calls')}
          copyLabel={text('copy.curl')}
        />
      )}
      <FoldedCode
        code={JSON.stringify(body, null, 2)}
        label={text('audit.body')}
        copyLabel={text('audit.copy-body')}
      />
      <p className={classes.mac}>
        <span className="dim">{text('audit.mac')}</span> <span className="mono">{mac}</span>
        <CopyButton value={mac} label={text('audit.copy-mac')} />
      </p>
    </div>
  )
}
