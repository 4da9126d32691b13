import type { FastifyReply, FastifyRequest } from 'fastify'

/** How the session travels: written by us alone, read by no script, sent by our own pages only. */
export interface SessionCookie {
  read: (request: Pick<FastifyRequest, 'headers' | 'server'>) => string | undefined
  write: (reply: FastifyReply, token: string) => void
  /** Also tells the browser to forget what it keeps of ours. */
  clear: (reply: FastifyReply) => void
}

/**
 * By https the name itself makes the browser refuse what another site, or plain http, would put in its
 * place (RFC 6265bis, 4.1.3.2). By http there is no such name. It goes with the browser.
 */
export function sessionCookie({ isSecure }: { isSecure: boolean }): SessionCookie {
  const name = isSecure ? '__Host-wheelhouse' : 'wheelhouse-session'
  const attributes = { path: '/', httpOnly: true, sameSite: 'strict', secure: isSecure } as const
  return {
    read: ({ headers: { cookie = '' }, server }) => {
      // Where there are two, one is not ours, and there is no telling which.
      const ours = cookie.split(';').filter((part) => part.trim().startsWith(`${name}=`))
      return ours.length === 1 ? server.parseCookie(cookie)[name] : undefined
    },
    write: (reply, token) => void reply.setCookie(name, token, attributes),
    clear: (reply) => {
      reply.clearCookie(name, attributes)
      // Browsers heed it on https only.
      if (isSecure) void reply.header('clear-site-data', '"cache"')
    },
  }
}
