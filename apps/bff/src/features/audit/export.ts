import { pipeline, Readable } from 'node:stream'
import type { AuditRecord } from '@wheelhouse/contract'
import { stringify } from 'csv-stringify'

type Records = AsyncIterable<AuditRecord>

/** In the file's order; spreadsheets get the facts a column each and what is left as JSON. */
const columns = {
  seq: ({ seq }) => seq,
  at: ({ at }) => at,
  kind: ({ kind }) => kind,
  actor: ({ actor }) => actor,
  cluster: ({ component }) => component?.cluster,
  componentId: ({ component }) => component?.id,
  componentKind: ({ component }) => component?.kind,
  componentName: ({ component }) => component?.name,
  operation: ({ operation }) => operation,
  step: ({ step }) => step,
  body: ({ body }) => JSON.stringify(body),
  mac: ({ mac }) => mac,
} satisfies Record<string, (record: AuditRecord) => string | number | null | undefined>

/** A row for each record. What a spreadsheet would run as a formula is made text with a leading `'`. */
function csv(records: Records): Readable {
  const rows = stringify({
    header: true,
    columns: Object.keys(columns),
    bom: true, // else spreadsheets take the text for their machine's own encoding
    escape_formulas: true,
    record_delimiter: 'windows',
    quote_record_delimiter: true,
  })
  // Whoever of the two ends first takes the other along; the reply sees the failure itself.
  pipeline(Readable.from(cells(records)), rows, () => {})
  return rows
}

async function* cells(records: Records) {
  for await (const record of records) yield Object.values(columns).map((cell) => cell(record))
}

async function* lines(records: Records) {
  for await (const record of records) yield `${JSON.stringify(record)}\n`
}

/** How each format is written, and what it is called. */
export const formats = {
  csv: { type: 'text/csv; charset=utf-8', write: csv },
  jsonl: {
    type: 'application/jsonl; charset=utf-8',
    write: (records: Records) => Readable.from(lines(records)),
  },
}
