import { promisify } from 'node:util'
import { constants, crc32, deflateRaw, deflateRawSync, inflateRawSync } from 'node:zlib'

/**
 * Pieces of one compressed stream, each made once for all who hear it: raw deflate, flushed so that no piece
 * leans on another (`Z_FULL_FLUSH`). Whoever comes late gets the ten bytes that begin a gzip file and then
 * the same pieces as everybody.
 */
export const gzipHeader = Buffer.from([0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 0xff])

const piece = { finishFlush: constants.Z_FULL_FLUSH, level: 5 }

/**
 * A copy, and not one out of Node's pool: zlib answers a view of sixteen kilobytes, the pool's are of 64, and
 * a minute of pieces is kept.
 */
export function deflatePiece(bytes: Buffer): Buffer {
  const deflated = deflateRawSync(bytes, piece)
  const copy = Buffer.allocUnsafeSlow(deflated.length)
  deflated.copy(copy)
  return copy
}

/** For what is large: on another thread. */
const deflateAside = promisify(deflateRaw)
export const deflateLarge = (bytes: Buffer): Promise<Buffer> => deflateAside(bytes, piece)

/** What a piece says, for those who take no gzip. */
export const inflatePiece = (bytes: Buffer): Buffer =>
  inflateRawSync(bytes, { finishFlush: constants.Z_SYNC_FLUSH })

/** A whole gzip file of pieces: the last one, which ends it, and a checksum over all that they say. */
export function gzipFile(pieces: readonly { said: Buffer; deflated: Buffer }[]): Buffer {
  const sum = pieces.reduce((before, { said }) => crc32(said, before), 0)
  const length = pieces.reduce((before, { said }) => before + said.length, 0)
  const end = Buffer.alloc(8)
  end.writeUInt32LE(sum, 0)
  end.writeUInt32LE(length % 2 ** 32, 4)
  const lastPiece = deflateRawSync(Buffer.alloc(0))
  return Buffer.concat([gzipHeader, ...pieces.map(({ deflated }) => deflated), lastPiece, end])
}
