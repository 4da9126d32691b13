import { Link } from '@tanstack/react-router'
import type { Component } from '@wheelhouse/contract'
import { useText } from '../../../i18n/text.ts'
import { actorWords } from '../../../i18n/words.ts'
import { Facts } from '../../../ui/facts.tsx'
import { Panel } from '../../../ui/panel.tsx'
import { TimeAgo } from '../../../ui/time-ago.tsx'
import { Unknown } from '../cells.tsx'
import classes from './component-facts.module.css'

/** In place of readings, of what CM offers none for. */
export function CommandedFacts({ component }: { readonly component: Component }) {
  const text = useText()
  const { kind, lastCommand } = component
  return (
    <Panel title={text('facts.unobservable')}>
      <p className={classes.intro}>{text('facts.unobservable.body')}</p>
      <Facts
        facts={[
          {
            label: text('facts.last-command'),
            value: lastCommand ? (
              <span>
                {text(`command.${lastCommand.kind}`, { by: actorWords(text, lastCommand.by) })}{' '}
                <Link to="/operations/$id" params={{ id: lastCommand.operation }}>
                  {text('operation.look')}
                </Link>
              </span>
            ) : (
              text('commanded.never')
            ),
            note: lastCommand && <TimeAgo at={lastCommand.at} />,
            isWide: true,
          },
          {
            label: text('facts.should-be'),
            value: lastCommand?.leaves ? (
              text(`facts.should-be.${lastCommand.leaves}`)
            ) : (
              <Unknown kind={kind} />
            ),
          },
          ...(lastCommand?.taskType
            ? [
                {
                  label: text('facts.task-type'),
                  value: <span className="mono">{lastCommand.taskType}</span>,
                },
              ]
            : []),
        ]}
      />
    </Panel>
  )
}
