/** Why a key can't be set to an address. */
export const addressFaults = [
  'not-an-address', // of another form than its key's, or of another scheme than what stands there now
  'foreign-host', // neither the one that stands there now nor one that the configuration allows
  'address-credentials',
  'address-property', // of a JDBC URL: not among those known to be harmless
] as const
export type AddressFault = (typeof addressFaults)[number]

/** Where an address leads. */
export interface Led {
  readonly scheme: string
  /** Without their ports, in lower case. */
  readonly hosts: readonly string[]
}

const host = String.raw`[0-9A-Za-z](?:[0-9A-Za-z_.-]{0,251}[0-9A-Za-z])?|\[[0-9A-Fa-f:.]{2,45}\]`
const place = new RegExp(String.raw`^(${host})(?::[1-9]\d{0,4})?$`)

/** Places like `10.0.0.5:2883`, the port left out or not. */
export function withHosts(scheme: string, places: readonly string[]): Led | 'not-an-address' {
  const hosts = places.map((text) => place.exec(text)?.[1])
  return hosts.every((found) => found !== undefined)
    ? { scheme, hosts: hosts.map(lower) }
    : 'not-an-address'
}

export const lower = (text: string) => text.toLowerCase()
