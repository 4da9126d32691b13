/** Values that many keys share. */
export const threads = { type: 'integer', unit: 'threads', range: { min: 1 } } as const
export const positive = { type: 'integer', range: { min: 1 } } as const
export const count = { type: 'integer', range: { min: 0 } } as const
export const rows = { type: 'integer', unit: 'rows', range: { min: 1 } } as const
export const bytes = { type: 'integer', unit: 'bytes', range: { min: 0 } } as const
export const seconds = { type: 'integer', unit: 's', range: { min: 0 } } as const
export const milliseconds = { type: 'integer', unit: 'ms', range: { min: 0 } } as const
export const flag = { type: 'boolean' } as const
