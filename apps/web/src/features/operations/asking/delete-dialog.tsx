import { useText } from '../../../i18n/text.ts'
import { Strip } from '../../../ui/strip.tsx'
import type { CommandDialogProps } from './command-dialog-props.ts'
import { OperationDialog } from './operation-dialog.tsx'
import { typedName } from './typed-name.ts'

export function DeleteDialog(props: CommandDialogProps) {
  const text = useText()
  const { component } = props
  return (
    <OperationDialog
      {...props}
      kind="delete"
      request={{ kind: 'delete', component: component.id }}
      isDangerous
      needsReason
      typed={typedName(component.name)}
      said={['cannot-be-undone']}
      consequence={
        <Strip tone="warning">
          <strong>{text('delete.consequence')}</strong> {text('delete.consequence.data')}
        </Strip>
      }
    />
  )
}
