import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { Settings } from '@wheelhouse/contract'
import { problemWords } from '../../api/problem-words.ts'
import { allowsEverywhere, rights } from '../../api/rights.ts'
import { readOnlyMutation } from '../../api/settings.ts'
import { useText } from '../../i18n/text.ts'
import { useStore } from '../../lib/store.ts'
import { Checkbox } from '../../ui/checkbox.tsx'
import { Strip } from '../../ui/strip.tsx'
import { Trouble } from '../../ui/trouble.tsx'

/** The one switch that keeps every CM from being changed. Who may not turn it sees how it stands, and why. */
export function ReadOnlyField({ settings }: { readonly settings: Settings }) {
  const text = useText()
  const mayChange = allowsEverywhere(useStore(rights), 'settings')
  const { mutate, isPending, variables, error } = useMutation(readOnlyMutation(useQueryClient()))
  const { isReadOnlyConfigured } = settings
  const isOff = isReadOnlyConfigured || !mayChange
  return (
    <>
      <Checkbox
        checked={isPending ? variables : settings.readOnly}
        disabled={isOff || isPending}
        onChange={(event) => mutate(event.currentTarget.checked)}
      >
        {text('settings.read-only')}
      </Checkbox>
      <p className="dim">{text('settings.read-only.note')}</p>
      {isReadOnlyConfigured && <Strip tone="info">{text('settings.read-only.configured')}</Strip>}
      {!isReadOnlyConfigured && !mayChange && (
        <Strip tone="info">{text('refusal.not-allowed')}</Strip>
      )}
      {error && <Trouble {...problemWords(text, error)} />}
    </>
  )
}
