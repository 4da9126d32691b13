import { redactText } from '@wheelhouse/cm-client'
import { isSecretConfigKey } from '@wheelhouse/contract'

/**
 * Whether nobody may see again what a key is set to: its name tells that it holds a secret, or its value
 * holds one, as an address with a password in it does.
 */
export const isSecretChange = (key: string, value: string): boolean =>
  isSecretConfigKey(key) || redactText(value) !== value
