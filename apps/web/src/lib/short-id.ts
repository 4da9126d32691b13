/** Enough of an id to know it by. */
export const shortId = (id: string): string => (id.length > 10 ? id.slice(-8) : id)
