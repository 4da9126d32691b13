import { useQuery } from '@tanstack/react-query'
import type { OperationKind } from '@wheelhouse/contract'
import { problemWords } from '../../api/problem-words.ts'
import { planQuery } from '../../api/queries.ts'
import { useText } from '../../i18n/text.ts'
import { Button } from '../../ui/button.tsx'
import { Bones } from '../../ui/bones.tsx'
import { CodeBlock } from '../../ui/code-block.tsx'
import { Trouble } from '../../ui/trouble.tsx'

interface PlanPreviewProps {
  readonly component: string
  readonly kind: OperationKind
}

/** The calls that would be sent, as one would type them. */
export function PlanPreview({ component, kind }: PlanPreviewProps) {
  const text = useText()
  const { data: plan, error, refetch } = useQuery(planQuery(component, kind))

  if (error) {
    const { sentence, small } = problemWords(text, error)
    return (
      <Trouble
        sentence={`${text('plan.failed')} ${sentence}`}
        small={small}
        action={
          <Button isSmall onClick={() => void refetch()}>
            {text('retry')}
          </Button>
        }
      />
    )
  }
  if (!plan) return <Bones rows={1} height={66} />
  return (
    <div>
      <p className="dim" style={{ marginBottom: 4, fontSize: 12.5 }}>
        {text('plan.title')}
      </p>
      <CodeBlock
        code={plan.steps.map(({ request }) => request.curl).join('\n')}
        label={text('plan.title')}
        copyLabel={text('copy.curl')}
      />
    </div>
  )
}
