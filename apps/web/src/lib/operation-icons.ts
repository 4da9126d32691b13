import {
  IconAdjustments,
  IconArrowBackUp,
  IconChecklist,
  IconPlayerPlay,
  IconPlayerStop,
  IconTransfer,
  IconTrash,
} from '@tabler/icons-react'
import type { TablerIcon } from '@tabler/icons-react'
import type { OperationKind } from '@wheelhouse/contract'

/** By which a kind of operation is known in menus, in the palette and on charts. */
export const operationIcons: Record<OperationKind, TablerIcon> = {
  start: IconPlayerPlay,
  stop: IconPlayerStop,
  configure: IconAdjustments,
  rewind: IconArrowBackUp,
  migrate: IconTransfer,
  delete: IconTrash,
  recheck: IconChecklist,
}
