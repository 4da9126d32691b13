import {
  componentKinds,
  isBlankNote,
  longestNote,
  nameFault,
  noteLength,
  protectionLevels,
  type Cluster,
  type ComponentKind,
  type InventoryRow,
  type NameFault,
} from '@wheelhouse/contract'
import type { FileLine } from './parse-inventory.ts'

export type RowFault =
  | NameFault
  | NonNullable<FileLine['fault']>
  | 'unknown-cluster'
  | 'unknown-kind'
  | 'unknown-protection'
  | 'note-too-long'
  | 'repeated'
  | 'tracked'

export interface JudgedLine extends Pick<FileLine, 'line' | 'cells'> {
  /** What would be sent; not there where the line has a fault. */
  readonly row?: InventoryRow
  readonly fault?: RowFault
}

interface Against {
  readonly clusters: readonly Pick<Cluster, 'id' | 'name'>[]
  /** Where the file does not say them. */
  readonly cluster: string | undefined
  readonly kind: ComponentKind
  /** Keys (`rowKey`) of what is tracked. */
  readonly tracked: ReadonlySet<string>
}

type Key = Pick<InventoryRow, 'cluster' | 'kind' | 'name'>

/** No two components share it. */
export const rowKey = ({ cluster, kind, name }: Key): string => `${cluster}\n${kind}\n${name}`

/** Leaving it out changes nothing: it is there already. */
export const isHarmless = (fault: RowFault): boolean => fault === 'repeated' || fault === 'tracked'

/** Each line is good, with what it comes to, or says why not. */
export function judgeLines(lines: readonly FileLine[], against: Against): JudgedLine[] {
  const seen = new Set<string>()
  return lines.map(({ line, cells, fault: broken }): JudgedLine => {
    const row = broken ?? rowOf(cells, against)
    if (typeof row === 'string') return { line, cells, fault: row }
    const key = rowKey(row)
    const fault = seen.has(key) ? 'repeated' : against.tracked.has(key) ? 'tracked' : undefined
    seen.add(key)
    return fault ? { line, cells, fault } : { line, cells, row }
  })
}

function rowOf(cells: FileLine['cells'], against: Against): InventoryRow | RowFault {
  const { name = '', note = '' } = cells
  const cluster = clusterOf(said(cells.cluster), against)
  const kindWord = said(cells.kind)?.toLowerCase()
  const kind =
    kindWord === undefined ? against.kind : componentKinds.find((known) => known === kindWord)
  const levelWord = said(cells.protection)?.toLowerCase()
  const protection = protectionLevels.find((level) => level === levelWord)

  if (cluster === undefined) return 'unknown-cluster'
  if (kind === undefined) return 'unknown-kind'
  const fault = nameFault(name, kind)
  if (fault) return fault
  if (noteLength(note) > longestNote) return 'note-too-long'
  if (levelWord !== undefined && protection === undefined) return 'unknown-protection'
  return {
    cluster,
    kind,
    name,
    ...(!isBlankNote(note) && { note }),
    ...(protection && { protection }),
  }
}

/** By its id, else by what it is called. */
function clusterOf(word: string | undefined, { clusters, cluster }: Against): string | undefined {
  if (word === undefined) return cluster
  return (clusters.find(({ id }) => id === word) ?? clusters.find(({ name }) => name === word))?.id
}

const said = (cell: string | undefined): string | undefined => cell?.trim() || undefined
