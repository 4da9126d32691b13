import { useText } from '../../i18n/text.ts'
import { Strip } from '../../ui/strip.tsx'

/** What it means that hosts are silent, and the way out. */
export function SilentStrip({ n }: { readonly n: number }) {
  const text = useText()
  if (n === 0) return null
  return (
    <Strip tone="warning">
      <strong>{text('hosts.silent.title', { n })}</strong> {text('hosts.silent.means')}{' '}
      {text('hosts.silent.out')}
    </Strip>
  )
}
