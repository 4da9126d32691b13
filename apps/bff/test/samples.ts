import * as z from 'zod'

/** JSON Schema, as far as the contract's schemas need it. */
export interface JsonSchema {
  type?: string
  properties?: Record<string, JsonSchema>
  required?: string[]
  additionalProperties?: boolean | JsonSchema
  propertyNames?: JsonSchema
  items?: JsonSchema
  anyOf?: JsonSchema[]
  oneOf?: JsonSchema[]
  enum?: unknown[]
  const?: unknown
  pattern?: string
  format?: string
  minLength?: number
}

export const jsonSchemaOf = (schema: object): JsonSchema =>
  // What stands in the contract is zod's, and what comes of it is JSON Schema.
  z.toJSONSchema(schema as z.ZodType, { io: 'input', unrepresentable: 'any' }) as JsonSchema

const texts = ['a', 'alice', '1', '2026-01-01T00:00:00Z', '7d', 'stream-name-that-is-long-enough']

/** Values that fit, one for each alternative that there is at the top; all that is optional is there. */
export function samplesOf(schema: JsonSchema): unknown[] {
  const alternatives = schema.anyOf ?? schema.oneOf
  if (alternatives) return alternatives.flatMap(samplesOf)
  if ('const' in schema) return [schema.const]
  if (schema.enum) return [schema.enum[0]]
  switch (schema.type ?? 'anything') {
    case 'object':
      return [objectOf(schema)]
    case 'array':
      return [schema.items ? [samplesOf(schema.items)[0]] : []]
    case 'number':
    case 'integer':
      return [1]
    case 'boolean':
      return [true]
    case 'null':
      return [null]
    case 'string':
      return [texts.find((text) => fits(text, schema)) ?? 'a']
    default:
      throw new Error(`no sample for ${JSON.stringify(schema)}`)
  }
}

const fits = (text: string, { pattern, format, minLength = 0 }: JsonSchema): boolean =>
  text.length >= minLength &&
  (format === undefined || !Number.isNaN(Date.parse(text))) &&
  (pattern === undefined || new RegExp(pattern, 'u').test(text))

function objectOf({ properties = {}, additionalProperties, propertyNames }: JsonSchema): object {
  const own = Object.entries(properties).map(([key, value]) => [key, samplesOf(value)[0]])
  const more =
    typeof additionalProperties === 'object' && Object.keys(properties).length === 0
      ? [
          [
            String(samplesOf(propertyNames ?? { type: 'string' })[0]),
            samplesOf(additionalProperties)[0],
          ],
        ]
      : []
  return Object.fromEntries([...own, ...more]) as object
}

/** Where something was made wrong, and what came of it. */
export interface Broken {
  how: string
  value: unknown
}

/** A value that fits, once for each way in which one of its parts could be taken for what it isn't. */
export function brokenOnes(value: unknown, place: string): Broken[] {
  const here = twinsOf(value).map((twin) => ({
    how: `${place}: ${JSON.stringify(twin)} for ${JSON.stringify(value)}`,
    value: twin,
  }))
  if (Array.isArray(value))
    return [
      ...here,
      ...brokenOnes(value[0], `${place}.0`).map(({ how, value: part }) => ({ how, value: [part] })),
    ]
  if (typeof value !== 'object' || value === null) return here
  return [
    ...here,
    { how: `${place}: a property that nobody knows`, value: { ...value, nobodyKnows: 1 } },
    ...Object.entries(value).flatMap(([key, part]) =>
      brokenOnes(part, `${place}.${key}`).map(({ how, value: broken }) => ({
        how,
        value: { ...value, [key]: broken },
      })),
    ),
  ]
}

/** What other libraries, and other settings of ours, would take a value for. */
function twinsOf(value: unknown): unknown[] {
  if (typeof value === 'string') return [1, true, [value], { value }]
  if (typeof value === 'number') return [String(value), true, [value]]
  if (typeof value === 'boolean') return [String(value), Number(value), [value]]
  return Array.isArray(value) ? [value[0], { 0: value[0] }, 'a'] : ['a', 1, [value]]
}
