import * as z from 'zod'

const most = (byDefault: number, highest = 1_000_000_000) =>
  z.number().int().positive().max(highest).default(byDefault)

/**
 * What one caller, or all of them, may ask of us. The defaults lie above what forty components at once,
 * ten thousand pasted names, a note on each of them and a wall of screens need.
 */
export const limitsSchema = z
  .strictObject({
    /** Of a caller: a user, a token, or an address where nobody is signed in. Plans are reads. */
    readsPerMinute: most(12_000),
    changesPerMinute: most(12_000),
    /** Changes that may send CM something: operations, and what is decided about them. */
    operationsPerMinute: most(1200),
    /** Open streams of one caller; a browser holds one for all its tabs. */
    streamsPerCaller: most(200),
    streams: most(500),
    /** Bytes of a body; those that hold lists of names may be larger, up to the second. */
    body: most(64 * 1024),
    largestBody: most(32 * 1024 * 1024),
    jsonDepth: most(12),
    jsonKeys: most(256),
    /** For a whole request to come in, and for its headers alone. */
    requestMs: most(15_000, 600_000),
    headersMs: most(10_000, 600_000),
    /** A connection on which nothing happens; streams say something more often. */
    idleMs: most(120_000, 3_600_000),
    requestsPerSocket: most(1000),
    cspReportsPerMinute: most(60),
  })
  .prefault({})

export type Limits = z.output<typeof limitsSchema>
