/** JSON schemas that several control routes share. */

/** A body that has a field which names its component, and others. */
export const bodySchema = (required: readonly string[], properties: object) => ({
  body: { type: 'object', additionalProperties: false, required, properties },
})

export const name = { type: 'string', minLength: 1, maxLength: 512 } as const

export const hostName = { type: 'string', pattern: String.raw`^[\w.-]{1,255}$` } as const

export const location = { type: 'string', pattern: String.raw`^\w{1,32}$` } as const

/** Keys and values of a configuration, one line each: an INI text cannot break them. */
export const config = {
  type: 'object',
  additionalProperties: { type: 'string', pattern: String.raw`^[^\r\n]*$` },
} as const
