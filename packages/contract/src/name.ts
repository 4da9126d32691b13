import type { ComponentKind } from './kind.ts'

/** Why a name can't be one. */
export const nameFaults = [
  'empty',
  'too-long',
  'whitespace',
  'control-character',
  'reserved-character',
  'not-a-task-id',
] as const
export type NameFault = (typeof nameFaults)[number]

/** The longest name that is taken; CM documents no limit. */
export const longestName = 512

/**
 * What is wrong with a name, or `undefined`. Checked while typing and again by the BFF.
 *
 * Names are taken leniently, masked samples (`p_3b7i****`) too, and refused only where they could
 * not stand in a request as they are (`cm-api.md` §3). A checker is named by its bare `task.id`.
 */
export function nameFault(name: string, kind: ComponentKind = 'writer'): NameFault | undefined {
  if (name === '') return 'empty'
  if (name.length > longestName) return 'too-long'
  // Also what no eye can see, and half a character, which no database gives back as it was.
  if (/\p{Cf}|\p{Cs}|[^\P{Cc}\s]/u.test(name)) return 'control-character'
  if (/\s/u.test(name)) return 'whitespace'
  if (/[&?#]/u.test(name)) return 'reserved-character'
  if (kind === 'checker' && !/^\d{1,18}$/u.test(name)) return 'not-a-task-id'
  return undefined
}

export interface NameParts {
  /** The machine that owns the component. */
  host: string
  /** The port of the agent that owns it, never the component's own. */
  agentPort: number
  identity: string
  /** Ten digits. */
  sequence: string
}

/** Reads `<host>-<agent port>:<identity>:<sequence>`; `undefined` where the name has another form. */
export function parseName(name: string): NameParts | undefined {
  const parts = /^(?<host>[\w.-]+)-(?<port>\d{2,5}):(?<identity>.+):(?<sequence>\d{10})$/u.exec(
    name,
  )?.groups
  if (!parts) return undefined
  const { host = '', port = '', identity = '', sequence = '' } = parts
  return { host, agentPort: Number(port), identity, sequence }
}

export interface Topics {
  project: string
  topic: string
  subtopic: string
}

/**
 * What an identity tells of the log that it stands for (`cm-api.md` §3): of `p_x_source-000-0` the project
 * `p_x`, the topic `p_x_source`, and itself as the subtopic. A connector's begins with its kind. `undefined`
 * where it has another form.
 */
export function topicsOf(identity: string): Topics | undefined {
  const { subtopic, topic, project } =
    /(?:^|:)(?<subtopic>(?<topic>(?<project>[\w-]+?)_(?:source|dest))-\d+-\d+)$/u.exec(identity)
      ?.groups ?? {}
  return project && topic && subtopic ? { project, topic, subtopic } : undefined
}
