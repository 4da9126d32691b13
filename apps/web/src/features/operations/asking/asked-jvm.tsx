import { useQuery } from '@tanstack/react-query'
import { configQuery } from '../../../api/one-component.ts'
import type { CommandDialogProps } from './command-dialog-props.ts'
import { JvmDialog } from './jvm-dialog.tsx'

/** From the menu: the form begins with the flags that are known, so it waits for them. */
export function AskedJvm(props: CommandDialogProps) {
  const config = useQuery(configQuery(props.component.id))
  return config.isPending ? null : <JvmDialog {...props} config={config.data} />
}
