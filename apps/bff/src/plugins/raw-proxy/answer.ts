import type { IncomingHttpHeaders } from 'node:http'
import type { Readable } from 'node:stream'
import { redactBody } from '@wheelhouse/cm-client'
import type { CmAnswer } from '@wheelhouse/contract'
import { Problem } from '../../http/problem.ts'

/** What `@fastify/reply-from` hands to `onResponse`, whatever its types say. */
export interface Incoming {
  statusCode: number
  headers: IncomingHttpHeaders
  stream: Readable
}

/** Documented replies are a few KiB; more is an error page or an attack. */
const mostBytes = 1024 * 1024

/** Types of text that a server sends, with a charset or without; anything else in the header may be anything. */
const knownType =
  /^(?:application\/(?:json|xml|problem\+json|octet-stream|x-ndjson)|text\/(?:plain|html|xml|css))(?:\s*;\s*charset="?(?:utf-?8|us-ascii|iso-8859-1|gbk|gb2312|gb18030)"?)?$/iu

const shownType = (type: string): string => (knownType.test(type.trim()) ? type : '••••••')

/**
 * Reads CM's answer to its end and cuts its secrets. Throws `CM_UNANSWERED` where it broke off, is too
 * large, or came compressed though asked not to; `ended` stops the reading.
 */
export async function readAnswer(
  { statusCode, headers, stream }: Incoming,
  { curl, ended }: { curl: string; ended: AbortSignal },
): Promise<CmAnswer> {
  const stop = () => stream.destroy()
  ended.addEventListener('abort', stop)
  try {
    if (ended.aborted) throw unanswered('nobody waits for it any more')
    const encoding = headers['content-encoding'] ?? 'identity'
    if (encoding !== 'identity') throw unanswered('its answer came compressed, unasked')
    const body = new TextDecoder().decode(await bytesOf(stream))
    const type = headers['content-type']
    return {
      curl,
      status: statusCode,
      contentType: type === undefined ? null : shownType(type),
      body: redactBody(body),
    }
  } finally {
    ended.removeEventListener('abort', stop)
    // Nothing of it is read on; what the socket says to that is no news.
    stream.on('error', () => {}).destroy()
  }
}

async function bytesOf(stream: Readable): Promise<Buffer> {
  const chunks: Buffer[] = []
  let bytes = 0
  try {
    for await (const chunk of stream as AsyncIterable<Buffer>) {
      bytes += chunk.length
      if (bytes > mostBytes) break
      chunks.push(chunk)
    }
  } catch (cause) {
    throw unanswered('its answer broke off', cause)
  }
  if (bytes > mostBytes) throw unanswered(`its answer is longer than ${mostBytes} bytes`)
  return Buffer.concat(chunks)
}

/** Why there was no answer to read: `CM_TIMED_OUT` or `CM_UNANSWERED`, without CM's address. */
export function failureOf(error: Error & { statusCode?: number; code?: unknown }): Problem {
  if (error.statusCode === 504)
    return new Problem('CM_TIMED_OUT', 'no answer in time', { cause: error })
  const reason = [error.cause, error].find(hasCode)?.code ?? 'no answer'
  return unanswered(`it could not be asked (${reason})`, error)
}

const hasCode = (error: unknown): error is { code: string } =>
  error instanceof Error && 'code' in error && typeof error.code === 'string'

const unanswered = (detail: string, cause?: unknown) =>
  new Problem('CM_UNANSWERED', detail, { cause })
