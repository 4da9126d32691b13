import type { FastifyReply } from 'fastify'

/** What CM sends: all of an HTTP response that matters here. */
export interface Answer {
  status: number
  type: string
  text: string
}

export const json = 'application/json;charset=UTF-8'

/** Undocumented for all writes; the envelope is the one that `detail` is printed with. */
export const success = { isSuccess: true } as const

export const jsonAnswer = (answer: object, status = 200): Answer => ({
  status,
  type: json,
  text: JSON.stringify(answer),
})

export const textAnswer = (text: string, status = 200): Answer => ({
  status,
  type: 'text/plain;charset=utf-8',
  text,
})

/** The kind of page that a servlet container shows for an HTTP error. */
export const errorPage = (
  status: number,
  { shown = status, words }: { shown?: number; words?: string | null } = {},
): Answer => ({
  status,
  type: 'text/html;charset=utf-8',
  text: `<html><head><title>Error ${shown}</title></head><body><h2>HTTP ERROR ${shown}</h2>${words ?? ''}</body></html>\n`,
})

export const send = (reply: FastifyReply, { status, type, text }: Answer): FastifyReply =>
  reply.code(status).type(type).send(text)
