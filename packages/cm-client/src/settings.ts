import { variableIn, type CmValue } from './value.ts'

/** Which keys of a component's configuration a call may write, as the vendor's page spells them. */
type Documented = {
  /** A key begins with one of these and goes on; empty for a checker, whose keys stand bare. */
  readonly prefixes: readonly string[]
}

/**
 * Settings as form fields, in their order. Throws a `TypeError` for none at all, and for a key that
 * could become another field than the one that was confirmed: outside the documented prefix, one of
 * the call's own, or with anything but `A-Z a-z 0-9 _ . -` in it. The last wall, not the first.
 */
export function settingFields(
  settings: Readonly<Record<string, CmValue>>,
  { prefixes }: Documented,
): Record<string, CmValue> {
  const fields = Object.entries(settings)
  if (fields.length === 0) throw new TypeError('An update without a setting')

  for (const [key, value] of fields) {
    // Beginning with a letter it is no index, which JavaScript would sort before the name, and none
    // of Spring's field markers (`_key`, `!key`).
    if (!/^[A-Za-z][\w.-]*$/.test(key) || !isUnder(prefixes, key))
      throw new TypeError(`${JSON.stringify(key)} is no key of this component's configuration`)
    variableIn(value)
  }
  return Object.fromEntries(fields)
}

const isUnder = (prefixes: readonly string[], key: string) =>
  prefixes.length === 0
    ? !ownOfChecker.test(key)
    : prefixes.some((prefix) => key.startsWith(prefix) && key.length > prefix.length)

/** `task.id`, `task.type` and their like say which checker is meant, and are no setting of it. */
const ownOfChecker = /^(?:task\.|taskName$|applierName$)/i
