import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { sampleWriterName } from '../places.ts'
import { listeningSimulator, steer, worldOf } from './harness.ts'

/**
 * A simulator of the components on the vendor's page, and a way to run its command lines there:
 * with the real curl, or where there is none by the request that it would send.
 */
export async function page() {
  const { app, url } = await listeningSimulator({ scenario: 'sample' })
  await steer(app, ['POST', '/_sim/hosts'], { name: '10.9.8.7' })
  await steer(app, ['POST', '/_sim/connectors'], { name: connectorName })
  await steer(app, ['POST', '/_sim/checkers'], { taskId: '90230' })
  const { hostname, port } = new URL(url)
  const run = async (commandLine: string, own: Partial<Placeholders> = {}) => {
    const { writerName, name, force } = { ...placeholders, ...own }
    const filledIn = commandLine
      .replaceAll('${cm_url}', hostname)
      .replaceAll('${cm_port}', port)
      .replaceAll('${writerName}', writerName)
      .replaceAll('${name}', name)
      .replaceAll('$c', name)
      .replaceAll('${taskId}', '90230')
      .replaceAll(/\$1|\$\{健康的 ip\}/g, '10.9.8.7')
      .replaceAll('${如果宕机则填写 true，否则不传入}', force)
      .replaceAll('{subtopic}', 'p_3b7ixsl2sxb4_source-000-0')
      .replaceAll('{timestamp}', '1799992800')
    return hasCurl ? curl(filledIn) : likeCurl(filledIn)
  }
  return { app, run, world: () => worldOf(app) }
}

const connectorName = '100.88.121.143-9000:connector:p_3b7ixsl2sxb4_source-000-0:0000000070'

const placeholders = { writerName: sampleWriterName, name: connectorName, force: '' }

type Placeholders = typeof placeholders

const hasCurl = await promisify(execFile)('curl', ['--version']).then(
  () => true,
  () => false,
)

async function curl(commandLine: string): Promise<string> {
  const env = { ...process.env, no_proxy: '*' }
  return (await promisify(execFile)('bash', ['-c', commandLine], { env })).stdout
}

/** Understands the options that the page uses, and `-G` with `--data-urlencode`. */
export async function likeCurl(commandLine: string): Promise<string> {
  const words = [...commandLine.matchAll(/'([^']*)'|"([^"]*)"|(\S+)/g)].map(
    ([, single, double, bare]) => single ?? double ?? bare ?? '',
  )
  const valuesAfter = (option: string) =>
    words.flatMap((word, at) => (word === option ? [words[at + 1] ?? ''] : []))
  const encoded = valuesAfter('--data-urlencode').map((field) => {
    const [key = '', ...value] = field.split('=')
    return `${key}=${encodeURIComponent(value.join('='))}`
  })
  const fields = [...valuesAfter('-d'), ...encoded].join('&')
  const asked = words.find((word) => /^(?:http:|[\w.]+:\d)/.test(word)) ?? ''
  const url = asked.startsWith('http:') ? asked : `http://${asked}`
  const isGet = words.includes('-XGET') || words.includes('-G')
  const reply = await fetch(isGet && fields !== '' ? `${url}?${fields}` : url, {
    method: isGet ? 'GET' : 'POST',
    ...(!isGet &&
      fields !== '' && {
        body: fields,
        headers: { 'content-type': 'application/x-www-form-urlencoded' },
      }),
  })
  return reply.text()
}
