import type { FastifyReply } from 'fastify'

/** Undocumented for start and stop; the envelope is the one that `detail` is printed with. */
export const success = { isSuccess: true } as const

/** A refusal in the old envelope. Its shape is undocumented (cm-api.md §1.1, §9.1 rule 3). */
export const refusal = (errMsg: string) => ({ isSuccess: false, errMsg })

/** Answers 200: CM is believed to do so for refusals as well (cm-api.md §1.1). */
export const sendJson = (reply: FastifyReply, answer: object): FastifyReply =>
  sendText(reply, 200, { type: 'application/json;charset=UTF-8', text: JSON.stringify(answer) })

/** The kind of page that a servlet container shows for an HTTP error. */
export const sendErrorPage = (
  reply: FastifyReply,
  status: number,
  { shown = status, words }: { shown?: number; words?: string | null } = {},
): FastifyReply =>
  sendText(reply, status, {
    type: 'text/html;charset=utf-8',
    text: `<html><head><title>Error ${shown}</title></head><body><h2>HTTP ERROR ${shown}</h2>${words ?? ''}</body></html>\n`,
  })

export const sendText = (
  reply: FastifyReply,
  status: number,
  { type, text }: { type: string; text: string },
): FastifyReply => reply.code(status).type(type).send(text)
