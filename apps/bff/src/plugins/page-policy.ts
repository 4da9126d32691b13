import { cspReportUrl } from './csp-report.ts'

/**
 * What the page may load and do. Trusted Types close what React leaves open: text becomes markup or an
 * address of a script only through the default policy (apps/web/src/trusted-types.ts), which lets none
 * of ours through that could be either.
 */
export const pagePolicy = (nonce: string): string =>
  [
    "default-src 'none'",
    "script-src 'self'",
    `style-src 'self' 'nonce-${nonce}'`,
    "img-src 'self' data:",
    "font-src 'self'",
    "connect-src 'self'",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
    "require-trusted-types-for 'script'",
    'trusted-types default',
    // Not `report-to`: who has it leaves this alone, sends a minute later, and over plain http never.
    `report-uri ${cspReportUrl}`,
  ].join('; ')

/** A worker is bound by its own file's policy, and not by the page's. */
export const workerPolicy = [
  "default-src 'none'",
  "connect-src 'self'",
  "require-trusted-types-for 'script'",
  "trusted-types 'none'",
  `report-uri ${cspReportUrl}`,
].join('; ')
