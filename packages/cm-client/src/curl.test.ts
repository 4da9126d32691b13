import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { expect, test } from 'vitest'

import { createCmClient } from './client.ts'
import { toCurl } from './curl.ts'
import { answers, bodyText, serve, targetText } from './test/bare-server.ts'
import { writerCalls } from './writers.ts'

const run = promisify(execFile)

const names = [
  '10.0.0.1-9000:p_x_source-000-0:0000000069',
  '10.10.10.1-9000:p_3b7i****_source-000-0:0000000069',
  "it's",
  "''; touch /tmp/pwned; '",
  '$HOME ${CM_URL} $(id) `id`',
  '"; id #',
  '!! !id \\n \\',
  'two\nlines\r\nand a tab\t',
  'a nul \0 inside',
  'a&b=c+d%41 100%',
  '@/etc/passwd',
  '写入器-中文 é 🙂',
  '[1-3]{a,b}?#~*',
  '-d',
  ' leading and trailing ',
  'lone \uD800 surrogate',
  '',
]

test('a plain name is written as the vendor writes it', () => {
  const name = '10.0.0.1-9000:p_x_source-000-0:0000000069'

  expect(toCurl(writerCalls.stop(name))).toBe(
    `curl -XPOST "$CM_URL/applier/stop" -d 'applierName=${name}'`,
  )
  expect(toCurl(writerCalls.detail(name))).toBe(
    `curl -XGET "$CM_URL/JDBCWriter/detail?writerName=${name}"`,
  )
})

test('a value that a form would read differently is left to curl to encode', () => {
  expect(toCurl(writerCalls.start("a b&c'd"))).toBe(
    String.raw`curl -XPOST "$CM_URL/applier/start" --data-urlencode 'applierName=a b&c'\''d'`,
  )
})

test.for(names)(
  'the line for %j is one line that sends, byte for byte, what the client sends',
  async (name) => {
    const server = await serve({
      onRequest: answers('200 OK', '{"isSuccess":true,"replicator":{}}'),
    })
    const client = createCmClient({ url: server.url })
    const lines = [toCurl(writerCalls.stop(name)), toCurl(writerCalls.detail(name))]

    await client.write(writerCalls.stop(name))
    await client.writers.detail(name)
    for (const line of lines)
      await run('sh', ['-c', line], { env: { PATH: process.env['PATH'], CM_URL: server.url } })
    await client.close()

    const [stop, detail, curlStop, curlDetail] = server.requests
    expect(lines.join('')).not.toMatch(/\p{Cc}/u)
    expect(targetText(curlStop)).toBe('/applier/stop')
    expect(bodyText(curlStop)).toBe(bodyText(stop))
    expect(curlStop).toMatch(/content-type: application\/x-www-form-urlencoded\r\n/i)
    expect(new URLSearchParams(bodyText(stop)).get('applierName')).toBe(name.toWellFormed())
    expect(targetText(curlDetail)).toBe(targetText(detail))
    expect(new URL(targetText(detail), server.url).searchParams.get('writerName')).toBe(
      name.toWellFormed(),
    )
    expect(server.requests.length).toBe(4)
  },
)
