/** Whether the server gives a page of ours out at all, past every cache. */
export const isPageServed = (url: string): Promise<boolean> =>
  fetch(url, { method: 'HEAD', cache: 'no-store' }).then(
    ({ ok }) => ok,
    () => false,
  )
