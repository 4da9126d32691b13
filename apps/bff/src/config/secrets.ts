import { hostFault, isSecretConfigKey } from '@wheelhouse/contract'
import * as z from 'zod'

const host = z
  .string()
  .refine(
    (text) => hostFault(text, null) === undefined,
    'must be an address like 10.0.0.5, or a name',
  )

/** Of a cluster: where its components and their addresses may lead. */
export const hostKeys = {
  /** The only hosts that may be migrated to; without any, every one. */
  hosts: z.array(host).default([]),
  /** Hosts, without ports, that an address may name beside the one that stands there. */
  addressHosts: z.array(host).default([]),
}

/** Configuration keys that no document names, and whose values may be shown all the same. */
export const clearKeys = z
  .array(
    z
      .string()
      .regex(/^[A-Za-z][\w.-]{0,127}$/u, 'must be the name of a key')
      .refine((name) => !isSecretConfigKey(name), 'must not be the name of a secret'),
  )
  .default([])
