import type { Component } from '@wheelhouse/contract'
import type { Text } from '../../../i18n/text.ts'
import { actorWords } from '../../../i18n/words.ts'
import { utcTime } from '../../../lib/time.ts'
import type { Column } from './columns.ts'

/** Numbers stay numbers; what is not known is empty. */
type Cell = string | number | boolean | null

interface CsvPart {
  readonly heading: (text: Text) => string
  readonly cell: (component: Component, text: Text) => Cell
}

const isoOf = (at: string | null | undefined) => (at ? utcTime(Date.parse(at)) : null)
const epochOf = (at: string | null | undefined) => (at ? Math.floor(Date.parse(at) / 1000) : null)

/** A column of the list, said exactly: some take two or three of the file. */
const parts: Readonly<Record<Column, readonly CsvPart[]>> = {
  verdict: [plain('verdict', ({ verdict }, text) => text(`verdict.${verdict}`))],
  name: [plain('name', ({ name }) => name)],
  lag: [
    {
      heading: (text) => text('csv.seconds', { column: text('column.lag') }),
      cell: ({ lagSeconds }) => lagSeconds,
    },
    {
      heading: (text) => text('csv.trend'),
      cell: ({ lagTrendSecondsPerMinute }) => lagTrendSecondsPerMinute,
    },
  ],
  checkpoint: [
    {
      heading: (text) => text('csv.epoch', { column: text('column.checkpoint') }),
      cell: ({ checkpoint }) => checkpoint,
    },
    {
      heading: (text) => text('csv.iso', { column: text('column.checkpoint') }),
      cell: ({ checkpoint }) => (checkpoint === null ? null : utcTime(checkpoint * 1000)),
    },
  ],
  host: [plain('host', ({ host }) => host)],
  active: [plain('active', ({ active }) => active)],
  status: [plain('status', ({ status }) => status)],
  command: [
    plain('command', ({ lastCommand }, text) => lastCommand && text(`kind.${lastCommand.kind}`)),
    {
      heading: (text) => text('csv.by', { column: text('column.command') }),
      cell: ({ lastCommand }, text) => lastCommand && actorWords(text, lastCommand.by),
    },
    ...moments('column.command', ({ lastCommand }) => lastCommand?.at),
  ],
  project: [plain('project', ({ project }) => project)],
  topic: [plain('topic', ({ topic }) => topic)],
  subtopic: [plain('subtopic', ({ subtopic }) => subtopic)],
  protection: [
    plain('protection', ({ protection }, text) => text(`protection-level.${protection.level}`)),
    {
      heading: (text) => text('csv.seconds', { column: text('drawer.threshold') }),
      cell: ({ lagThresholdSeconds }) => lagThresholdSeconds,
    },
  ],
  note: [
    plain('note', ({ note }) => note?.text ?? null),
    {
      heading: (text) => text('csv.by', { column: text('column.note') }),
      cell: ({ note }, text) => note && actorWords(text, note.by),
    },
  ],
  since: moments('column.since', ({ verdictSince }) => verdictSince),
}

/** Without its moment a reading says little, whichever columns are shown. */
const always = moments('facts.observed', ({ observedAt }) => observedAt)

function plain(column: Column, cell: CsvPart['cell']): CsvPart {
  return { heading: (text) => text(`column.${column}`), cell }
}

function moments(
  heading: 'column.command' | 'column.since' | 'facts.observed',
  at: (component: Component) => string | null | undefined,
): readonly CsvPart[] {
  return [
    {
      heading: (text) => text('csv.epoch', { column: text(heading) }),
      cell: (component) => epochOf(at(component)),
    },
    {
      heading: (text) => text('csv.iso', { column: text(heading) }),
      cell: (component) => isoOf(at(component)),
    },
  ]
}

/** The rows in their order and columns, with their headings in the language that is spoken. */
export function csvTable(
  text: Text,
  components: readonly Component[],
  columns: readonly Column[],
): Cell[][] {
  const all = [...columns.flatMap((column) => parts[column]), ...always]
  return [
    all.map(({ heading }) => heading(text)),
    ...components.map((component) => all.map(({ cell }) => cell(component, text))),
  ]
}

/** A spreadsheet would take such a text for a formula; numbers are none. */
const formula = /^[=+\-@\t\r]/u

/** As spreadsheets want it: UTF-8 with its mark, lines that end with CR LF. */
export async function csvText(table: Cell[][]): Promise<string> {
  const { unparse } = await import('papaparse')
  return `\u{FEFF}${unparse(table, { escapeFormulae: formula, newline: '\r\n' })}\r\n`
}
