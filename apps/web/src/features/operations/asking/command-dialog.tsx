import { lazy } from 'react'
import type { AskedCommand } from './asked-command.ts'
import type { CommandDialogProps } from './command-dialog-props.ts'
import { DeleteDialog } from './delete-dialog.tsx'
import { RecheckDialog } from './recheck-dialog.tsx'
import { StartDialog } from './start-dialog.tsx'
import { StopDialog } from './stop-dialog.tsx'

const MigrateDialog = lazy(async () => ({
  default: (await import('./migrate-dialog.tsx')).MigrateDialog,
}))
const AskedJvm = lazy(async () => ({
  default: (await import('./asked-jvm.tsx')).AskedJvm,
}))
const RewindDialog = lazy(async () => ({
  default: (await import('./rewind-dialog.tsx')).RewindDialog,
}))

/** The dialog of each command; a configuration is changed on its page, which has the keys. */
export function CommandDialog({ kind, ...props }: CommandDialogProps & Pick<AskedCommand, 'kind'>) {
  switch (kind) {
    case 'start':
      return <StartDialog {...props} />
    case 'stop':
      return <StopDialog {...props} />
    case 'rewind':
      return <RewindDialog {...props} />
    case 'migrate':
      return <MigrateDialog {...props} />
    case 'delete':
      return <DeleteDialog {...props} />
    case 'recheck':
      return <RecheckDialog {...props} />
    case 'jvm':
      return <AskedJvm {...props} />
    case 'configure':
      return null
    default:
      return kind satisfies never
  }
}
