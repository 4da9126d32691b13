import { jvmSizeBytes, type ComponentConfig, type Operation } from '@wheelhouse/contract'
import type { Kysely } from 'kysely'
import type { Database } from '../../database/schema.ts'

/** The keys that hold flags of a JVM (`cm-api.md` §5.1, §5.5); CM tells neither, so only what we sent is known. */
const jvmKeys = ['coordinator.connector_jvm_param', 'limitator.java.opt']

interface Options {
  db: Kysely<Database>
  /** What is known of a component's configuration; throws `NOT_FOUND`. */
  configOf: (component: string) => Promise<Pick<ComponentConfig, 'entries'>>
  isTracked: (component: string) => boolean
}

/** The greatest heap of each component whose JVM flags we have sent and CM accepted. */
export class Heaps {
  readonly #options: Options
  readonly #megabytes = new Map<string, number>()

  constructor(options: Options) {
    this.#options = options
  }

  async load() {
    const rows = await this.#options.db
      .selectFrom('operation')
      .select('component_id')
      .distinct()
      .where((is) => is.or(jvmKeys.map((key) => is('changes', 'like', `%${key}%`))))
      .execute()
    for (const { component_id } of rows) await this.#refresh(component_id)
  }

  /** An operation has moved on. */
  async changed({ component, changes }: Pick<Operation, 'component' | 'changes'>) {
    if (changes.some(({ key }) => jvmKeys.includes(key))) await this.#refresh(component.id)
  }

  of(component: string): number | undefined {
    return this.#megabytes.get(component)
  }

  async #refresh(component: string) {
    if (!this.#options.isTracked(component)) return
    const { entries } = await this.#options.configOf(component)
    const flags = entries.find(({ key }) => jvmKeys.includes(key))?.value ?? ''
    // The JVM takes the last of several.
    const heap = flags.split(/\s+/u).findLast((flag) => flag.startsWith('-Xmx')) ?? ''
    const bytes = jvmSizeBytes(heap.slice('-Xmx'.length))
    if (Number.isNaN(bytes)) this.#megabytes.delete(component)
    else this.#megabytes.set(component, Math.round(bytes / 1024 ** 2))
  }
}
