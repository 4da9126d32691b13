import { Link } from '@tanstack/react-router'
import type { Operation } from '@wheelhouse/contract'
import { useText } from '../../i18n/text.ts'
import { actorWords } from '../../i18n/words.ts'
import { useNow } from '../../lib/clock.ts'
import { CopyButton } from '../../ui/copy-button.tsx'
import { Facts } from '../../ui/facts.tsx'
import { Panel } from '../../ui/panel.tsx'
import { TimeAgo, TimeAt } from '../../ui/time-ago.tsx'
import { inputFacts } from './input-facts.ts'
import { OperationBadge, VerificationBadge } from './state-badges.tsx'
import { hasWaitedForSomebody, operationTook } from './state.ts'

/** Who asked for it, when, on what and why; how long it took; whether CM took it on and whether its effect was seen. */
export function OperationSummary({ operation }: { readonly operation: Operation }) {
  const text = useText()
  const took = operationTook(text, operation, useNow())
  const { id, component, newName, actor, createdAt, reason, abandonedBecause } = operation
  return (
    <Panel title={text('operation.summary')}>
      <Facts
        facts={[
          {
            label: text('operations.on'),
            isWide: true,
            // Nothing stands there any more.
            value: isSeenGone(operation) ? (
              <span className="mono">{component.name}</span>
            ) : (
              <Link to="/components/$id" params={{ id: component.id }} className="mono">
                {component.name}
              </Link>
            ),
          },
          ...(newName === null
            ? []
            : [
                {
                  label: text('operation.new-name'),
                  isWide: true,
                  value: (
                    <>
                      <Link to="/components/$id" params={{ id: component.id }} className="mono">
                        {newName}
                      </Link>
                      <CopyButton value={newName} label={text('copy.name')} />
                    </>
                  ),
                },
              ]),
          ...inputFacts(text, operation),
          { label: text('operations.state'), value: <OperationBadge operation={operation} /> },
          {
            label: text('operations.verification'),
            value: <VerificationBadge operation={operation} />,
          },
          { label: text('operations.by'), value: actorWords(text, actor) },
          {
            label: text('operations.when'),
            value: <TimeAgo at={createdAt} />,
            note: <TimeAt at={createdAt} />,
          },
          {
            label: text(hasWaitedForSomebody(operation) ? 'operations.lasted' : 'operations.took'),
            value: took,
          },
          {
            label: text('operations.id'),
            isWide: true,
            value: (
              <>
                <span className="mono">{id}</span>
                <CopyButton value={id} label={text('copy.id')} />
              </>
            ),
          },
          ...(reason === null
            ? []
            : [{ label: text('operation.reason'), value: reason, isWide: true }]),
          ...(abandonedBecause === null
            ? []
            : [
                {
                  label: text('operation.abandoned-because'),
                  value: abandonedBecause,
                  isWide: true,
                },
              ]),
        ]}
      />
    </Panel>
  )
}

const isSeenGone = ({ kind, verification }: Operation): boolean =>
  kind === 'delete' && verification === 'verified'
