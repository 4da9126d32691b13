import { randomBytes } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import fastifyStatic from '@fastify/static'
import type { FastifyReply, FastifyRequest } from 'fastify'
import fp from 'fastify-plugin'
import { ConfigError } from '../config/config.ts'
import { Problem } from '../http/problem.ts'
import { pageFileAccess, publicAccess } from './access.ts'
import { pagePolicy, workerPolicy } from './page-policy.ts'

/** Where `pnpm build` leaves the web app. */
const dist = join(import.meta.dirname, '../../../web/dist')

/**
 * Serves the built web app: hashed assets for ever and precompressed, the page itself fresh, with a
 * nonce of its own, at every address that is not the API's.
 */
export const web = fp<{ root?: string | undefined }>(
  async (app, { root = dist }) => {
    const page = join(root, 'index.html')
    if (!existsSync(page)) throw new ConfigError('the web app is not built: run `pnpm build` first')
    const template = readFileSync(page, 'utf8')

    // Each file is a route of its own, found at start: everything else is the page.
    await app.register(async (files) => {
      files.addHook('onRoute', (route) => {
        route.config = { ...route.config, access: pageFileAccess }
      })
      await files.register(fastifyStatic, {
        root,
        wildcard: false,
        index: false,
        globIgnore: ['index.html'],
        preCompressed: true,
        cacheControl: false,
        setHeaders: (reply, path) => {
          const isHashed = relative(root, path).startsWith('assets')
          void reply.header(
            'cache-control',
            isHashed ? 'public, max-age=31536000, immutable' : 'no-cache',
          )
          // A worker is bound by its own file's policy, and not by the page's.
          if (/-worker-[^/]*\.js(?:\.\w+)?$/u.test(path))
            void reply.header('content-security-policy', workerPolicy)
        },
      })
    })

    const sendPage = async (request: FastifyRequest, reply: FastifyReply) => {
      if (/^\/(?:api|assets|healthz|readyz)(?:\/|$)/u.test(request.url.split('?')[0] ?? ''))
        throw new Problem('NOT_FOUND', `nothing is at ${request.url.split('?')[0]}`)
      const nonce = randomBytes(16).toString('base64')
      return reply
        .header('cache-control', 'no-store')
        .header('content-security-policy', pagePolicy(nonce))
        .type('text/html; charset=utf-8')
        .send(template.replaceAll('__CSP_NONCE__', nonce))
    }
    // HEAD as well: a page that is open asks so whether there is still somebody here.
    for (const url of ['/', '/*'])
      app.route({
        method: ['GET', 'HEAD'],
        url,
        schema: { hide: true },
        config: { access: publicAccess },
        handler: sendPage,
      })
  },
  { name: 'web' },
)
