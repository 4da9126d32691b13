import { parseIni } from './ini.ts'
import { copied, redactValue } from './redact.ts'
import { isSecretKey } from './secrets.ts'

/**
 * One `key=value` of a component's configuration. A secret has no value here, only the fact that
 * it is there; secrets inside other values (URLs, JSON) are replaced by `••••••`.
 */
export type ConfigEntry =
  | { readonly key: string; readonly value: string; readonly secret: false }
  | { readonly key: string; readonly value: null; readonly secret: true }

/**
 * The entries of a `cfg` string (cm-api.md §1.4) in CM's order, duplicates included, secrets cut.
 * Values are CM's own, untrimmed: `useMultiExecute=false ` ends in a blank.
 */
export function parseCfg(text: string): ConfigEntry[] {
  return parseIni(text)
    .filter((line) => line.kind === 'entry')
    .map(({ before, value }) => {
      const key = copied(before.trim())
      return isSecretKey(key)
        ? { key, value: null, secret: true }
        : { key, value: copied(redactValue(value)), secret: false }
    })
}
