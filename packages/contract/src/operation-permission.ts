import { permissionOfKind, type Permission } from './access.ts'
import { keyClassOf, type KeyClass } from './key-class.ts'
import type { ComponentKind } from './kind.ts'
import type { OperationInput, OperationRequest } from './operation-input.ts'
import type { OperationKind } from './operation.ts'

/** What is asked for, as a request or an operation on record tells it: of a changed key its name is enough. */
interface Asked {
  readonly kind: OperationKind
  readonly input?: OperationInput | OperationRequest['input']
}

/** What nobody may set is refused by its plan, whoever asks. */
const toSet: Record<KeyClass, Permission> = {
  safe: 'configure',
  jvm: 'configure-jvm',
  address: 'configure-addresses',
  locked: 'configure',
}

/** All that has to be granted for an operation; the BFF asks before each step, the web before it offers one. */
export function permissionsFor(
  componentKind: ComponentKind,
  { kind, input = {} }: Asked,
): readonly Permission[] {
  if (kind === 'configure') {
    const keys = Object.keys(('set' in input ? input.set : undefined) ?? {})
    const wanted = keys.map((key) => toSet[keyClassOf(componentKind, key)])
    if (wanted.length > 0) return [...new Set(wanted)]
  }
  if (kind === 'migrate' && 'force' in input && input.force === true) return ['force-migrate']
  return [permissionOfKind[kind]]
}
