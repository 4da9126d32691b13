import { useEffect, useRef } from 'react'
import { useText } from '../../i18n/text.ts'
import { Strip } from '../../ui/strip.tsx'
import type { Restored } from './restore.ts'

/** What was taken back into the edit, and what could not be; it comes into view when it is there, for the edit is far above. */
export function RestoredStrip({ restored }: { readonly restored: Restored }) {
  const { values, left } = restored
  const text = useText()
  const top = useRef<HTMLDivElement>(null)
  useEffect(() => {
    top.current?.focus({ preventScroll: true })
    top.current?.scrollIntoView({ block: 'center' })
  }, [])
  return (
    <div ref={top} tabIndex={-1}>
      <Strip tone={left.length > 0 ? 'warning' : 'info'}>
        {text('versions.restored', { n: Object.keys(values).length })}
        {left.length > 0 && (
          <ul>
            {left.map(({ key, why }) => (
              <li key={key}>{text('pair', { label: key, value: text(`versions.left.${why}`) })}</li>
            ))}
          </ul>
        )}
      </Strip>
    </div>
  )
}
