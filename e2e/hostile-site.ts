import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

/** A change that somebody is to make without knowing. */
export interface Forgery {
  method: string
  url: string
  body: string
}

/** A server of somebody else, under whatever names the browser finds it: an empty page, and one in a sandbox. */
export async function startHostileSite() {
  const server = createServer((request, response) => {
    response.setHeader('content-type', 'text/html')
    response.end(
      request.url === '/sandboxed'
        ? '<!doctype html><iframe name="opaque" sandbox="allow-scripts allow-forms" src="/"></iframe>'
        : '<!doctype html><title>x</title>',
    )
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo // only a pipe has another
  return {
    port,
    end: () => {
      server.close()
      server.closeAllConnections()
    },
  }
}

/**
 * Runs in the page of another site: tries each forgery in every way that a page has, and answers how many
 * attempts that were. What comes of them a page can't see; the test looks at the wire and at the product.
 */
export async function forge(forgeries: readonly Forgery[]): Promise<number> {
  const json = {
    'content-type': 'application/json',
    'x-wheelhouse': '1',
    'idempotency-key': 'forged-key',
  }
  const plain = { 'content-type': 'text/plain' }
  const quietly = async (send: () => unknown) => {
    try {
      await send()
    } catch {
      // The browser itself refuses some of them, which is as well.
    }
  }
  const submit = async ({ url, body }: Forgery, enctype: string) => {
    const frame = document.createElement('iframe')
    frame.name = `forged-${Math.random()}`
    document.body.append(frame)
    const form = document.createElement('form')
    Object.assign(form, { action: url, method: 'post', enctype, target: frame.name })
    const field = document.createElement('input')
    // As text/plain the two halves make JSON again: `{"a":1,"x=":""}`.
    Object.assign(field, { name: `${body.slice(0, -1)},"x`, value: '":""}' })
    form.append(field)
    document.body.append(form)
    const loaded = new Promise((resolve) => {
      frame.addEventListener('load', resolve)
      setTimeout(resolve, 1000)
    })
    form.submit()
    await loaded
    frame.remove()
    form.remove()
  }
  const ways: ((forgery: Forgery) => unknown)[] = [
    ({ url, method, body }) => fetch(url, { method, body, credentials: 'include', headers: json }),
    ({ url, method, body }) => fetch(url, { method, body, credentials: 'include', headers: plain }),
    ({ url, method }) => fetch(url, { method, credentials: 'include' }),
    ({ url, body }) =>
      fetch(url, { method: 'POST', body, mode: 'no-cors', credentials: 'include', headers: plain }),
    ({ url, body }) =>
      fetch(url, {
        method: 'POST',
        body,
        mode: 'no-cors',
        credentials: 'include',
        keepalive: true,
      }),
    ({ url, body }) => navigator.sendBeacon(url, new Blob([body], { type: 'text/plain' })),
    ({ url, body }) => navigator.sendBeacon(url, new Blob([body], { type: 'application/json' })),
    (forgery) => submit(forgery, 'text/plain'),
    (forgery) => submit(forgery, 'application/x-www-form-urlencoded'),
    (forgery) => submit(forgery, 'multipart/form-data'),
    ({ url }) => {
      new Image().src = `${url}?_method=POST`
    },
  ]
  await Promise.all(
    forgeries.map(async (forgery) => {
      for (const way of ways) await quietly(() => way(forgery))
    }),
  )
  return forgeries.length * ways.length
}
