import { isClearKey, redactText } from '@wheelhouse/cm-client'
import { isSecretConfigKey, jvmFault } from '@wheelhouse/contract'

/**
 * Whether nobody may see again what a key is set to: its name tells that it holds a secret, or is one that
 * nobody has documented, or its value holds one, as an address with a password in it does. Flags that the
 * grammar of jvm.ts takes hold none.
 */
export const isSecretChange = (key: string, value: string): boolean =>
  isSecretConfigKey(key) ||
  (!isClearKey(key) && jvmFault(value) !== undefined) ||
  redactText(value) !== value
