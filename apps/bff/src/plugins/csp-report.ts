import type { FastifyRequest } from 'fastify'
import fp from 'fastify-plugin'
import * as z from 'zod'
import type { Limits } from '../config/limits.ts'
import { publicAccess } from './access.ts'

export const cspReportUrl = '/api/csp-report'

/** Bytes; browsers send a handful of reports at once. */
const largest = 16 * 1024
const mostAtOnce = 20

const text = z.string().optional()
/** As `report-uri` has it, and as the Reporting API has it (W3C CSP3 §5). */
const violation = z
  .object({
    'effective-directive': text,
    'violated-directive': text,
    'blocked-uri': text,
    'document-uri': text,
  })
  .transform((body) => ({
    directive: body['effective-directive'] ?? body['violated-directive'],
    blocked: body['blocked-uri'],
    page: body['document-uri'],
  }))
const reportsSchema = z.union([
  z.object({ 'csp-report': violation }).transform((report) => [report['csp-report']]),
  z
    .array(
      z.object({
        type: z.literal('csp-violation'),
        body: z.object({ effectiveDirective: text, blockedURL: text, documentURL: text }),
      }),
    )
    .max(mostAtOnce)
    .transform((reports) =>
      reports.map(({ body }) => ({
        directive: body.effectiveDirective,
        blocked: body.blockedURL,
        page: body.documentURL,
      })),
    ),
])

/**
 * Where browsers tell that something on the page was against its policy: a bug of ours, or an attack
 * that came to nothing. Anybody may send anything here, so each is one short line of the log and no more.
 */
export const cspReport = fp<{ limits: Limits }>(
  async (app, { limits }) => {
    let count = 0
    await app.register(async (scope) => {
      scope.removeAllContentTypeParsers()
      scope.addContentTypeParser(
        ['application/csp-report', 'application/reports+json'],
        { parseAs: 'string', bodyLimit: largest },
        async (_request: FastifyRequest, body: string | Buffer) => parsed(String(body)),
      )
      scope.post(cspReportUrl, {
        schema: { hide: true },
        bodyLimit: largest,
        config: {
          access: publicAccess,
          isFromBrowser: true,
          rateLimit: {
            max: limits.cspReportsPerMinute,
            keyGenerator: () => 'csp-report', // of all together: what is counted is the log's lines
          },
        },
        handler: async ({ body, log }, reply) => {
          const { data: reports } = reportsSchema.safeParse(body)
          if (reports === undefined || reports.length === 0) return reply.code(400).send()
          count += reports.length
          const [{ directive, blocked, page } = {}] = reports
          log.warn(
            { directive: brief(directive), blocked: place(blocked), page: place(page), count },
            'a page broke its content security policy',
          )
          return reply.code(204).send()
        },
      })
    })
  },
  { name: 'csp-report', dependencies: ['limits'] },
)

function parsed(body: string): unknown {
  try {
    return JSON.parse(body)
  } catch {
    return null // answered as any other that is no report
  }
}

const brief = (words = ''): string => words.slice(0, 100)

/** What stands behind `?` may be somebody's search. */
const place = (url = ''): string => brief(url.split(/[?#]/u)[0])
