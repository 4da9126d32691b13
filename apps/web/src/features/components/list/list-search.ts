import { componentKindSchema, verdictSchema } from '@wheelhouse/contract'
import { densities, parseColumns } from './columns.ts'
import { mostSelected, wordOf } from './list-view.ts'
import type { ListSearch } from './list-view.ts'
import { parseSort, sortWord } from './view.ts'

type Said = Record<string, unknown>

/** What an URL says that can't be meant is left out, so that an old link still shows the list. */
export function parseListSearch(said: Said): ListSearch {
  const words = (name: string) => listIn(said[name])
  const cols = parseColumns(wordOf(words('cols')))
  return {
    q: word(said['q']),
    kind: wordOf(words('kind').filter((one) => componentKindSchema.safeParse(one).success)),
    verdict: wordOf(words('verdict').filter((one) => verdictSchema.safeParse(one).success)),
    cluster: wordOf(words('cluster')),
    host: wordOf(words('host')),
    project: wordOf(words('project')),
    sort: sortWord(parseSort(word(said['sort']))),
    cols: cols && wordOf(cols),
    density: densities.find((density) => density === said['density']),
    sel: wordOf(words('sel').slice(0, mostSelected)),
    open: word(said['open']),
  }
}

const word = (value: unknown) => (typeof value === 'string' && value !== '' ? value : undefined)

/** Each once. */
const listIn = (value: unknown): readonly string[] => [
  ...new Set((word(value) ?? '').split(',').filter((one) => one !== '')),
]
