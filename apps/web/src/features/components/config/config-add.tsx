import { IconPlus } from '@tabler/icons-react'
import { catalogued } from '@wheelhouse/contract'
import type { Addresses, ComponentKind, ConfigKey } from '@wheelhouse/contract'
import { useState } from 'react'
import { spokenLocale } from '../../../i18n/locale.ts'
import { useText } from '../../../i18n/text.ts'
import { useStore } from '../../../lib/store.ts'
import { Button } from '../../../ui/button.tsx'
import fieldClasses from '../../../ui/field.module.css'
import { keyFault } from './config-draft.ts'
import classes from './config-list.module.css'
import type { ConfigRow } from './config-rows.ts'
import { faultSentence } from './config-words.ts'

interface AddKeyProps {
  readonly kind: ComponentKind
  readonly suggested: readonly ConfigKey[]
  /** See `configRows`. */
  readonly addresses: Addresses | undefined
  readonly onAdd: (row: Pick<ConfigRow, 'key' | 'known'>) => void
}

/** A key by its name: one of the catalogue's, or any that may be sent. One that is listed is opened. */
export function AddKey({ kind, suggested, addresses, onAdd }: AddKeyProps) {
  const text = useText()
  const locale = useStore(spokenLocale)
  const [typed, setTyped] = useState('')
  const [tried, setTried] = useState<string>()
  const key = typed.trim()
  const known = catalogued(kind, key)
  const fault = keyFault(kind, key, addresses)
  const problem = fault && faultSentence(text, { fault, value: '', known })

  const add = () => {
    setTried(key)
    if (key === '' || problem !== undefined) return
    onAdd({ key, known })
    setTyped('')
  }
  const isWrong = key !== '' && tried === key && problem !== undefined

  return (
    <form
      className={classes.add}
      onSubmit={(event) => {
        event.preventDefault()
        add()
      }}
    >
      <label htmlFor="config-add">{text('config.add.title')}</label>
      <div className={classes.addRow}>
        <input
          id="config-add"
          list="config-suggested"
          className={fieldClasses.field}
          placeholder={text('config.add.placeholder', { example: suggested[0]?.name ?? '' })}
          autoComplete="off"
          spellCheck={false}
          aria-invalid={isWrong}
          aria-describedby="config-add-note"
          value={typed}
          onChange={(event) => setTyped(event.currentTarget.value)}
        />
        <datalist id="config-suggested">
          {suggested.map(({ name, meaning }) => (
            <option key={name} value={name}>
              {meaning[locale]}
            </option>
          ))}
        </datalist>
        <Button type="submit" icon={IconPlus} isOff={key === ''}>
          {text('config.add')}
        </Button>
      </div>
      <output id="config-add-note" className={isWrong ? classes.fault : classes.note}>
        {isWrong ? problem : known?.meaning[locale]}
      </output>
    </form>
  )
}
