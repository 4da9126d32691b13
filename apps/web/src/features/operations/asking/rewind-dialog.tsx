import type { CommandDialogProps } from './command-dialog-props.ts'
import { ConnectorRewind } from './connector-rewind.tsx'
import { WriterRewind } from './writer-rewind.tsx'

/** A writer has one position; a connector one for each subtopic. */
export const RewindDialog = (props: CommandDialogProps) =>
  props.component.kind === 'writer' ? <WriterRewind {...props} /> : <ConnectorRewind {...props} />
