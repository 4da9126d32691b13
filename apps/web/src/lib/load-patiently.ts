import { isPageServed } from './is-page-served.ts'

const againMs = 3000

/**
 * Loads a part of this app. While its server is away, asks again until it is back; a file that the
 * server no longer has (the app has been updated) is the only one that fails.
 */
export async function loadPatiently<Part>(load: () => Promise<Part>): Promise<Part> {
  try {
    return await load()
  } catch {
    while (!(await isPageServed('/'))) await wait(againMs)
    await loadStylesAgain()
    return load()
  }
}

const wait = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms))

/** The bundler asks for each style sheet once only, and takes one that failed for one that is there. */
async function loadStylesAgain() {
  const links = document.querySelectorAll<HTMLLinkElement>('link[rel="stylesheet"]')
  await Promise.all(
    [...links].filter(({ sheet }) => sheet === null).map((link) => loadedStyle(link)),
  )
}

function loadedStyle(failed: HTMLLinkElement): Promise<void> {
  return new Promise((resolve) => {
    const link = document.createElement('link')
    link.rel = 'stylesheet'
    link.href = failed.href
    link.addEventListener('load', () => resolve())
    link.addEventListener('error', () => resolve())
    failed.replaceWith(link)
  })
}
