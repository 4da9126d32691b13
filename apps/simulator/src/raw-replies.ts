import { Readable } from 'node:stream'
import type { FastifyReply } from 'fastify'
import { json, type Answer } from './cm-reply.ts'

/** Breaks the connection off without a word. */
export function hangUp(reply: FastifyReply): void {
  reply.hijack().raw.socket?.resetAndDestroy()
}

/** Sends a share of the body, having promised more than it, and hangs up. */
export function sendPart(
  reply: FastifyReply,
  answer: Answer,
  { share }: { share: number },
): number {
  const { raw } = reply.hijack()
  const whole = Buffer.from(answer.text)
  const missing = share < 1 ? 0 : 16
  raw.writeHead(answer.status, {
    'content-type': answer.type,
    'content-length': whole.length + missing,
  })
  raw.write(whole.subarray(0, whole.length * share), () => raw.destroy())
  return answer.status
}

/** Sends the headers at once, and then the body byte by byte, for as long as somebody listens. */
export function drip(
  reply: FastifyReply,
  answer: Answer,
  { everyMs }: { everyMs: number },
): number {
  const { raw } = reply.hijack()
  const whole = Buffer.from(answer.text)
  raw.writeHead(answer.status, {
    'content-type': answer.type,
    'content-length': whole.length,
  })
  raw.flushHeaders()
  let sent = 0
  const drops = setInterval(() => {
    raw.write(whole.subarray(sent, sent + 1))
    sent += 1
    if (sent < whole.length) return
    clearInterval(drops)
    raw.end()
  }, everyMs).unref()
  raw.once('close', () => clearInterval(drops))
  return answer.status
}

/** Well-formed, and far too long: only its size is wrong. */
export function sendHuge(reply: FastifyReply, bytes: number): number {
  void reply
    .code(200)
    .type(json)
    .send(Readable.from(hugeJson(bytes)))
  return 200
}

function* hugeJson(bytes: number): Generator<Buffer> {
  const chunk = Buffer.alloc(64 * 1024, 'x')
  yield Buffer.from('{"isSuccess":true,"padding":"')
  for (let left = bytes; left > 0; left -= chunk.length) yield chunk.subarray(0, left)
  yield Buffer.from('"}')
}
