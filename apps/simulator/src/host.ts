/** A machine that components run on, named by its address. */
export interface Host {
  name: string
  /** The region code, `cm_location` (cm-api.md §1.4). */
  location: string
}

/** A host as the world knows it: one that is down keeps its components, but none of them works. */
export interface Machine extends Host {
  up: boolean
}

/** The host part of `<ip>-<agentPort>:<identity>:<sequence>` (cm-api.md §3). */
export const hostOf = (name: string): string | undefined => /^([\w.-]+)-\d{2,5}:/.exec(name)?.[1]
