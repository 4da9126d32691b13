interface Policies {
  createPolicy: (
    name: 'default',
    rules: Record<'createHTML' | 'createScriptURL', (text: string) => string | null>,
  ) => unknown
}

const { trustedTypes } = globalThis as { trustedTypes?: Policies } // not in every browser, nor in TypeScript

/**
 * What text may become markup or the address of a script, under the page's policy (the server's
 * page-policy.ts): Mantine writes style sheets, and the shared worker is one of our files. Null is
 * refused, and reported.
 */
trustedTypes?.createPolicy('default', {
  createHTML: (text) => (/[<&]/u.test(text) ? null : text),
  createScriptURL: (url) =>
    URL.parse(url, location.href)?.href.startsWith(`${location.origin}/assets/`) ? url : null,
})
