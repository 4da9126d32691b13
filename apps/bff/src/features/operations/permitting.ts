import { permitWrite, type CmCall, type WritePermit } from '@wheelhouse/cm-client'
import {
  permissionsFor,
  type OperationRequest,
  type Permission,
  type Target,
} from '@wheelhouse/contract'
import { Denied, may, notAllowed, type Granted } from '../../rights/may.ts'
import { local } from '../../rights/principal.ts'
import type { StoredOperation } from './record/stored-operation.ts'

/** What somebody may do now, by `Principal.id`; null where nobody is it any more. */
export type LookUp = (authority: string) => Promise<Granted | null>

interface Options {
  lookUp: LookUp
  /** The component as it is called now; `undefined` where it is not tracked any more. */
  targetOf: (component: string) => Target | undefined
  onBug: (error: unknown) => void
}

type Asked = Pick<StoredOperation, 'component' | 'kind' | 'input' | 'newName'>

/**
 * Whether who asks may do what an operation does: asked when it is planned, when it is made, when somebody
 * takes it up again, and anew before each of its steps. No call of it is sent that was not asked about here.
 */
export class Permitting {
  readonly #options: Options

  constructor(options: Options) {
    this.#options = options
  }

  /** Throws `NOT_FOUND` for what they don't see as for what is not there, and `NOT_ALLOWED`. */
  demand(request: OperationRequest, who: Granted) {
    const { component: id } = request
    const target = this.#options.targetOf(id)
    if (!target || !may(who, 'read', target))
      throw new Denied('NOT_FOUND', `no component has the id ${id}`, { target: id })
    demandAll(who, permissionsFor(target.kind, request), [target])
  }

  /** The same for somebody who takes up what may be another's; that they see it is known. */
  demandAgain(operation: Asked, who: Granted) {
    demandAll(who, permissionsFor(operation.component.kind, operation), [this.targetOf(operation)])
  }

  /** Throws `NOT_ALLOWED` where what they say that it is called now is not theirs. */
  demandName({ component, kind, input }: Asked, name: string, who: Granted) {
    demandAll(who, permissionsFor(component.kind, { kind, input }), [{ ...component, name }])
  }

  /** What an operation is about, as it is called now. */
  targetOf({ component, newName }: Pick<Asked, 'component' | 'newName'>): Target {
    return this.#options.targetOf(component.id) ?? { ...component, name: newName ?? component.name }
  }

  /** Whether the one under whose authority an operation goes on may do this now. */
  async allows(operation: StoredOperation): Promise<boolean> {
    const { lookUp, onBug } = this.#options
    try {
      // Rows from before there were users were asked for by whoever reached us.
      const who = await lookUp(operation.authority ?? local.id)
      if (!who) return false
      // A migration that was theirs to ask for is theirs to end, though the new name be another's.
      const names = [
        this.targetOf(operation),
        ...(operation.newName === null ? [] : [operation.component]),
      ]
      demandAll(who, permissionsFor(operation.component.kind, operation), names)
      return true
    } catch (error) {
      if (!(error instanceof Denied)) onBug(error)
      return false
    }
  }

  /** What a call needs in order to be sent; `undefined` where it may not be any more. */
  async permit(operation: StoredOperation, call: CmCall): Promise<WritePermit | undefined> {
    return (await this.allows(operation)) ? permitWrite(call) : undefined
  }
}

/** All of it, for one of the names. */
function demandAll(who: Granted, wanted: readonly Permission[], names: readonly Target[]) {
  for (const permission of wanted)
    if (!names.some((name) => may(who, permission, name))) throw notAllowed(permission)
}
