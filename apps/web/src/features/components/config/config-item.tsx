import {
  IconAlertTriangle,
  IconArrowBackUp,
  IconChevronDown,
  IconChevronUp,
  IconLock,
  IconPencil,
} from '@tabler/icons-react'
import type { ConfigFault } from '@wheelhouse/contract'
import { useState } from 'react'
import { spokenLocale } from '../../../i18n/locale.ts'
import { useText } from '../../../i18n/text.ts'
import { numberWords } from '../../../i18n/words.ts'
import { useStore } from '../../../lib/store.ts'
import { Badge } from '../../../ui/badge.tsx'
import { IconButton } from '../../../ui/icon-button.tsx'
import { Strip } from '../../../ui/strip.tsx'
import { ConfigAbout } from './config-about.tsx'
import type { Edit } from './config-draft.ts'
import { ConfigEditor } from './config-editor.tsx'
import classes from './config-item.module.css'
import { leapOf } from './config-leap.ts'
import { secrecyOf } from './config-rows.ts'
import type { ConfigRow } from './config-rows.ts'
import { ConfigValue, ValueBefore } from './config-value.tsx'
import { faultSentence } from './config-words.ts'

interface ConfigItemProps {
  readonly row: ConfigRow
  readonly edit: Edit | undefined
  readonly fault: ConfigFault | undefined
  readonly isOpen: boolean
  readonly onOpen: () => void
  readonly onEdit: (value: string) => void
  /** Gives the edit up; of a key that was being added, the key as well. */
  readonly onUndo: () => void
}

/** One key: its value, what it means, and on wish a field to change it and all that is known of it. */
export function ConfigItem(props: ConfigItemProps) {
  const { row, edit, fault, isOpen, onOpen, onEdit, onUndo } = props
  const { key, entry, known, lock } = row
  const value = edit?.value ?? entry?.value ?? ''
  const text = useText()
  const locale = useStore(spokenLocale)
  const [isExpanded, setExpanded] = useState(false)
  const isEditing = isOpen || edit !== undefined
  const secrecy = secrecyOf(row)
  const leap = edit && leapOf(edit.value, edit.before, known)
  const detailsId = `about-${key}`

  return (
    <li className={classes.item} data-changed={edit !== undefined || undefined}>
      <div className={classes.what}>
        <span className={classes.key}>{key}</span>
        {lock && (
          <Badge
            tone="slate"
            icon={IconLock}
            word={text('config.locked')}
            hintText={text(`config-lock.${lock}`)}
          />
        )}
        {known?.danger && (
          <Badge
            tone="amber"
            icon={IconAlertTriangle}
            word={text('config.danger')}
            hintText={known.danger[locale]}
          />
        )}
        {!known && <span className={classes.tag}>{text('config.unlisted')}</span>}
        <p className={classes.meaning}>{known?.meaning[locale]}</p>
      </div>
      <div className={classes.value}>
        {isEditing ? (
          <ConfigEditor
            name={key}
            known={known}
            secrecy={secrecy}
            value={value}
            isWanted={isOpen}
            fault={fault && faultSentence(text, { fault, value, known })}
            onChange={onEdit}
          />
        ) : (
          <ConfigValue row={row} secrecy={secrecy} isWhole={isExpanded} />
        )}
        {edit && <ValueBefore row={row} edit={edit} secrecy={secrecy} />}
        {leap && (
          <Strip tone="warning">
            {text(`config.leap.${leap.than}`, { n: numberWords(leap.n) })}
          </Strip>
        )}
        {isEditing && known?.locked === 'address' && (
          <Strip tone="warning">{text('config.address')}</Strip>
        )}
        {isEditing && known?.danger && <Strip tone="warning">{known.danger[locale]}</Strip>}
      </div>
      <div className={classes.actions}>
        {isEditing ? (
          <IconButton
            icon={IconArrowBackUp}
            label={text('config.undo', { key })}
            onClick={onUndo}
          />
        ) : (
          <IconButton
            icon={lock ? IconLock : IconPencil}
            label={
              lock
                ? text('config.edit.off', { key, why: text(`config-lock.${lock}`) })
                : text('config.edit', { key })
            }
            isOff={lock !== undefined}
            onClick={onOpen}
          />
        )}
        <IconButton
          icon={isExpanded ? IconChevronUp : IconChevronDown}
          label={text('config.about', { key })}
          aria-expanded={isExpanded}
          aria-controls={isExpanded ? detailsId : undefined}
          onClick={() => setExpanded(!isExpanded)}
        />
      </div>
      {isExpanded && (
        <div id={detailsId} className={classes.about}>
          <ConfigAbout row={row} secrecy={secrecy} />
        </div>
      )}
    </li>
  )
}
