import { IconPlus, IconTrash } from '@tabler/icons-react'
import { everywhere, grantKinds, longestGlob, mostGrants, roles } from '@wheelhouse/contract'
import type { Grant } from '@wheelhouse/contract'
import { useId } from 'react'
import type { ReactNode } from 'react'
import { useClusters } from '../../api/estate.ts'
import { useText } from '../../i18n/text.ts'
import { Button } from '../../ui/button.tsx'
import fieldClasses from '../../ui/field.module.css'
import { IconButton } from '../../ui/icon-button.tsx'
import { SelectField } from '../../ui/select-field.tsx'
import classes from './grant-fields.module.css'

interface GrantFieldsProps {
  readonly value: readonly Grant[]
  readonly onChange: (grants: Grant[]) => void
}

/** What somebody, or a token, may do: a role a line, and for which components it is given. */
export function GrantFields({ value, onChange }: GrantFieldsProps) {
  const text = useText()
  return (
    <fieldset className={classes.grants}>
      <legend>{text('grant.title')}</legend>
      <p className={classes.note}>{text('grant.note')}</p>
      {value.length === 0 && <p className={classes.none}>{text('grant.none')}</p>}
      {value.map((grant, at) => (
        <GrantLine
          // Lines have no name of their own, and none is ever moved.
          // oxlint-disable-next-line react/no-array-index-key
          key={at}
          n={at + 1}
          grant={grant}
          onChange={(next) => onChange(value.map((it, index) => (index === at ? next : it)))}
          onRemove={() => onChange(value.filter((_, index) => index !== at))}
        />
      ))}
      <Button
        isSmall
        icon={IconPlus}
        disabled={value.length >= mostGrants}
        onClick={() => onChange([...value, everywhere('viewer')])}
      >
        {text('grant.add')}
      </Button>
    </fieldset>
  )
}

interface GrantLineProps {
  readonly n: number
  readonly grant: Grant
  readonly onChange: (grant: Grant) => void
  readonly onRemove: () => void
}

function GrantLine({ n, grant, onChange, onRemove }: GrantLineProps) {
  const text = useText()
  const clusters = useClusters() ?? []
  const listId = useId()
  const { role, cluster, kind, name } = grant
  // The record is one for all: an auditor of a part would read nothing.
  const isWhole = role === 'auditor'
  return (
    <fieldset aria-label={text('grant.line', { n })} className={classes.line}>
      <Cell label={text('grant.role')}>
        <SelectField
          label={text('grant.role')}
          value={role}
          options={roles.map((it) => ({ value: it, label: text(`role.${it}`) }))}
          onChange={(chosen) => {
            const next = roles.find((it) => it === chosen) ?? role
            onChange(next === 'auditor' ? everywhere(next) : { ...grant, role: next })
          }}
        />
      </Cell>
      {!isWhole && (
        <>
          <Cell label={text('grant.cluster')}>
            <input
              className={fieldClasses.field}
              aria-label={text('grant.cluster')}
              placeholder="*"
              list={listId}
              maxLength={longestGlob}
              spellCheck={false}
              value={cluster}
              onChange={(event) => onChange({ ...grant, cluster: event.currentTarget.value })}
            />
            <datalist id={listId}>
              <option value="*">{text('grant.cluster.all')}</option>
              {clusters.map(({ id, name: called }) => (
                <option key={id} value={id}>
                  {called}
                </option>
              ))}
            </datalist>
          </Cell>
          <Cell label={text('grant.kind')}>
            <SelectField
              label={text('grant.kind')}
              value={kind}
              options={grantKinds.map((it) => ({
                value: it,
                label: it === '*' ? text('grant.kind.all') : text(`component-kind.${it}`),
              }))}
              onChange={(chosen) =>
                onChange({ ...grant, kind: grantKinds.find((it) => it === chosen) ?? kind })
              }
            />
          </Cell>
          <Cell label={text('grant.name')}>
            <input
              className={`${fieldClasses.field} mono`}
              aria-label={text('grant.name')}
              placeholder="*"
              maxLength={longestGlob}
              spellCheck={false}
              value={name}
              onChange={(event) => onChange({ ...grant, name: event.currentTarget.value })}
            />
          </Cell>
        </>
      )}
      <IconButton icon={IconTrash} label={text('grant.remove', { n })} onClick={onRemove} />
      <p className={classes.may}>{text(`role.may.${role}`)}</p>
    </fieldset>
  )
}

interface CellProps {
  readonly label: string
  readonly children: ReactNode
}

/** The fields name themselves; what stands above them is for the eye. */
const Cell = ({ label, children }: CellProps) => (
  <div className={classes.cell}>
    <span aria-hidden>{label}</span>
    {children}
  </div>
)
