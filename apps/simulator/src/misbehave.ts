import { Readable } from 'node:stream'
import type { FastifyReply } from 'fastify'
import { refusal, sendErrorPage, sendJson, sendText, success } from './cm-reply.ts'
import type { Fault } from './faults.ts'

const json = 'application/json;charset=UTF-8'

type Misbehaviour = Exclude<Fault['fault'], 'slow'>

/** Answers as the fault has it. Returns the HTTP status, or `null` where none was sent. */
export function misbehave(reply: FastifyReply, fault: Fault, answer: object): number | null {
  // The caller has served `slow` itself.
  const kind = fault.fault as Misbehaviour
  switch (kind) {
    case 'reset':
      reply.hijack().raw.socket?.resetAndDestroy()
      return null
    case 'hang':
      reply.hijack()
      return null
    case 'half-body':
      sendHalf(reply, JSON.stringify(answer))
      return 200
    case 'html':
      void sendErrorPage(reply, 200, { shown: 500, words: fault.words })
      return 200
    case 'empty':
      void sendText(reply, 200, { type: json, text: '' })
      return 200
    case 'text':
      void sendText(reply, 200, {
        type: 'text/plain;charset=utf-8',
        text: fault.words ?? 'Service is busy\n',
      })
      return 200
    case 'status':
      void sendErrorPage(reply, fault.status, { words: fault.words })
      return fault.status
    case 'reject':
    case 'reject-but-done':
      void sendJson(reply, refusal(fault.words ?? 'rejected by an injected fault'))
      return 200
    case 'lie-success':
      void sendJson(reply, success)
      return 200
    case 'wrong-type':
      void sendText(reply, 200, { type: json, text: JSON.stringify(answer, asText) })
      return 200
    case 'wrong-name':
      void sendText(reply, 200, { type: json, text: JSON.stringify(answer, otherName) })
      return 200
    case 'redirect':
      // The address of a cloud's metadata service: what nobody may be led to.
      void sendErrorPage(reply.header('location', 'http://169.254.169.254/latest/meta-data/'), 302)
      return 302
    case 'huge':
      void reply.type(json).send(Readable.from(hugeJson(fault.bytes)))
      return 200
    default:
      return kind satisfies never
  }
}

/** Promises the whole body, sends half of it, and hangs up. */
function sendHalf(reply: FastifyReply, text: string): void {
  const { raw } = reply.hijack()
  const whole = Buffer.from(text)
  raw.writeHead(200, {
    'content-type': json,
    'content-length': whole.length,
  })
  raw.write(whole.subarray(0, whole.length / 2), () => raw.destroy())
}

const typedFields = new Set([
  'isSuccess',
  'active',
  'timestamp',
  'gmt',
  'gmtCreated',
  'gmtModified',
])

/** For `JSON.stringify`: truths and times become text. */
const asText = (key: string, value: unknown): unknown =>
  typedFields.has(key) ? String(value) : value

/** For `JSON.stringify`: the answer is about the component with the next sequence digit. */
const otherName = (key: string, value: unknown): unknown =>
  key === 'name' && typeof value === 'string'
    ? value.replace(/\d?$/, (digit) => `${(Number(digit) + 1) % 10}`)
    : value

/** Well-formed, and far too long: only its size is wrong. */
function* hugeJson(bytes: number): Generator<Buffer> {
  const chunk = Buffer.alloc(64 * 1024, 'x')
  yield Buffer.from('{"isSuccess":true,"padding":"')
  for (let left = bytes; left > 0; left -= chunk.length) yield chunk.subarray(0, left)
  yield Buffer.from('"}')
}
