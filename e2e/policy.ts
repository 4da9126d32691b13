import type { BrowserContext } from '@playwright/test'

/** Under which a test tells how often the page's policy was broken. */
export const policyAnnotation = 'content security policy'

/** Whatever the policy stops on the pages of a context from now on, as the page itself hears of it. */
export async function watchPolicy(context: BrowserContext): Promise<string[]> {
  const stopped: string[] = []
  await context.exposeFunction('tellStopped', (what: string) => void stopped.push(what))
  await context.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', (event) => {
      const { tellStopped } = window as unknown as { tellStopped: (what: string) => void } // exposed above
      tellStopped(`${event.effectiveDirective} ${event.blockedURI} ${event.sample}`)
    })
  })
  return stopped
}

/** The lines of the product's log that tell of reports. */
export const policyReportsIn = (log: string): string[] =>
  log.split('\n').filter((line) => line.includes('a page broke its content security policy'))
