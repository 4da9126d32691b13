import { useText } from '../../i18n/text.ts'
import { Strip } from '../../ui/strip.tsx'
import type { Restored } from './restore.ts'

/** What was taken back into the edit, and what could not be. */
export function RestoredStrip({ restored: { values, left } }: { readonly restored: Restored }) {
  const text = useText()
  return (
    <Strip tone={left.length > 0 ? 'warning' : 'info'}>
      {text('versions.restored', { n: Object.keys(values).length })}
      {left.length > 0 && (
        <ul>
          {left.map(({ key, why }) => (
            <li key={key}>
              <span className="mono">{key}</span>: {text(`versions.left.${why}`)}
            </li>
          ))}
        </ul>
      )}
    </Strip>
  )
}
