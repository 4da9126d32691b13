import { expect, test } from 'vitest'

import { bind } from './bind.ts'
import type { CmCall } from './call.ts'
import { createCmClient } from './client.ts'
import { connectorCalls } from './connectors.ts'
import { toCurl } from './curl.ts'
import { answers, bodyText, serve, targetText } from './test/bare-server.ts'
import { runCurl } from './test/run-curl.ts'
import { writerCalls } from './writers.ts'
import { permitWrite } from './permit.ts'

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

    await client.write(permitWrite(writerCalls.stop(name)))
    await client.writers.detail(name)
    for (const line of lines) await runCurl(line, { url: server.url })
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

const newName = { variable: 'NEW_NAME' }
const late: readonly CmCall[] = [
  writerCalls.start(newName),
  writerCalls.update(newName, {
    'JDBCWriter.worker_num': '16 & more',
    'JDBCWriter.sync_password': { variable: 'SYNC_PASSWORD' },
  }),
  connectorCalls.start(newName),
  connectorCalls.start(newName, { resume: false }),
  connectorCalls.migrate(newName, '10.0.0.2 & $(id)'),
]

test('a variable is left to the shell, and its value to curl to encode', () => {
  expect(late.map(toCurl)).toEqual([
    'curl -XPOST "$CM_URL/applier/start" --data-urlencode "applierName=$NEW_NAME"',
    `curl -XPOST "$CM_URL/applier/update" --data-urlencode "applierName=$NEW_NAME" --data-urlencode 'JDBCWriter.worker_num=16 & more' --data-urlencode "JDBCWriter.sync_password=$SYNC_PASSWORD"`,
    'curl -XPOST -G "$CM_URL/connector/task/startByName" --data-urlencode "taskName=$NEW_NAME"',
    `curl -XPOST -G "$CM_URL/connector/task/startByName" --data-urlencode "taskName=$NEW_NAME" -d 'resume=false'`,
    `curl -XGET -G "$CM_URL/connector/task/migrate" --data-urlencode "taskName=$NEW_NAME" -d 'node=10.0.0.2%20%26%20%24%28id%29'`,
  ])
})

/** Method, path and every decoded pair, in their order. */
const meaning = (request = '') => {
  const { pathname, searchParams } = new URL(targetText(request), 'http://cm')
  const form = new URLSearchParams(bodyText(request))
  return [request.split(' ', 1)[0], pathname, [...searchParams], [...form]]
}

// What stands in a process's environment ends at a NUL and is well-formed.
const values = names.filter((value) => !value.includes('\0') && value.isWellFormed())

test.for(values)(
  'a line whose variables hold %j means, decoded, what the bound call means',
  async (value) => {
    const server = await serve({ onRequest: answers('200 OK', '{"isSuccess":true}') })
    const client = createCmClient({ url: server.url })
    const variables = { NEW_NAME: value, SYNC_PASSWORD: `${value}'"` }

    for (const call of late) {
      await client.write(permitWrite(bind(call, variables)))
      await runCurl(toCurl(call), { url: server.url, ...variables })
    }
    await client.close()

    const sent = server.requests.filter((_, index) => index % 2 === 0)
    const printed = server.requests.filter((_, index) => index % 2 === 1)
    expect(printed.map(meaning)).toEqual(sent.map(meaning))
    expect(sent.length).toBe(late.length)
    expect(new URLSearchParams(bodyText(sent[0])).get('applierName')).toBe(value)
  },
)

test('a call with a form has no variable in its query', () => {
  expect(() => toCurl({ ...writerCalls.stop('w'), query: { name: newName } })).toThrow(TypeError)
})
