/**
 * Ids by a key that several may share. Nearly every key has one id, which then stands there by itself: a
 * set for each of ten thousand would take up more than all else that is known of them.
 */
export class IdsByKey {
  readonly #ids = new Map<string, string | Set<string>>()

  of(key: string): readonly string[] {
    const ids = this.#ids.get(key)
    if (ids === undefined) return []
    return typeof ids === 'string' ? [ids] : [...ids]
  }

  has(key: string, id: string): boolean {
    const ids = this.#ids.get(key)
    return typeof ids === 'object' ? ids.has(id) : ids === id
  }

  add(key: string, id: string) {
    const ids = this.#ids.get(key)
    if (ids === undefined) this.#ids.set(key, id)
    else if (typeof ids === 'object') ids.add(id)
    else if (ids !== id) this.#ids.set(key, new Set([ids, id]))
  }

  delete(key: string, id: string) {
    if (!this.has(key, id)) return
    const ids = this.#ids.get(key)
    if (typeof ids === 'object' && ids.size > 1) ids.delete(id)
    else this.#ids.delete(key)
  }
}
