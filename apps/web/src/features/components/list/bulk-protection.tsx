import { useMutation } from '@tanstack/react-query'
import { IconShieldHalfFilled } from '@tabler/icons-react'
import { lagThresholds, protectionLevels } from '@wheelhouse/contract'
import type { ProtectionLevel } from '@wheelhouse/contract'
import { useState } from 'react'
import { problemWords } from '../../../api/problem-words.ts'
import { protectManyMutation } from '../../../api/protect-many.ts'
import { useText } from '../../../i18n/text.ts'
import { durationWords } from '../../../i18n/words.ts'
import { Button } from '../../../ui/button.tsx'
import { Popover } from '../../../ui/popover.tsx'
import { Strip } from '../../../ui/strip.tsx'
import classes from './bulk-bar.module.css'
import type { ListTools } from './list-view.ts'

interface BulkProtectionProps {
  readonly tools: Pick<ListTools, 'selected' | 'select'>
}

/** One protection level for all that are selected; those that did not take it can be selected alone. */
export function BulkProtection({ tools: { selected, select } }: BulkProtectionProps) {
  const text = useText()
  const [answered, setAnswered] = useState(0)
  const { mutate, data, variables, isPending, reset } = useMutation(protectManyMutation)
  const failed = data?.failed ?? []
  const first = failed[0]?.error

  const protect = (protection: ProtectionLevel | null) => {
    setAnswered(0)
    mutate({ ids: selected, protection, onEach: setAnswered })
  }
  return (
    <>
      <Popover isAbove icon={IconShieldHalfFilled} label={text('protection.title')}>
        {(close) => (
          <div className={classes.levels}>
            <p>{text('bulk.protect', { n: selected.length })}</p>
            {[...protectionLevels, null].map((level) => (
              <Button
                key={level}
                isSmall
                isOff={isPending}
                onClick={() => {
                  close()
                  protect(level)
                }}
              >
                {level === null
                  ? text('protection.of-cluster.plain')
                  : text(`protection.${level}`, { n: durationWords(text, lagThresholds[level]) })}
              </Button>
            ))}
            <p className="dim">{text('protection.note')}</p>
          </div>
        )}
      </Popover>
      {isPending && (
        <output className={classes.told}>
          {text('bulk.protect.now', { n: answered, of: variables.ids.length })}
        </output>
      )}
      {data && (
        <div className={classes.told}>
          <Strip
            tone={failed.length > 0 ? 'bad' : 'good'}
            action={
              failed.length > 0 ? (
                <Button
                  isSmall
                  onClick={() => {
                    select(failed.map(({ id }) => id))
                    reset()
                  }}
                >
                  {text('bulk.select.failed')}
                </Button>
              ) : (
                <Button isSmall look="quiet" onClick={reset}>
                  {text('dialog.dismiss')}
                </Button>
              )
            }
          >
            {text('bulk.protect.done', { n: data.done.length })}
            {first && (
              <>
                {' '}
                {text('bulk.protect.failed', { n: failed.length })}{' '}
                {problemWords(text, first).sentence}
              </>
            )}
          </Strip>
        </div>
      )}
    </>
  )
}
