import { Agent, get } from 'node:http'

interface Asking {
  count: number
  /** So many at once. */
  atOnce: number
  headers?: Record<string, string>
}

/**
 * Asks for the same thing many times over kept connections; answers how many bytes came each time, on average.
 *
 * @throws Error with the first answer that isn't 200: what is refused costs less, and would count as fast.
 */
export async function askOften(
  url: string,
  { count, atOnce, headers = {} }: Asking,
): Promise<number> {
  const agent = new Agent({ keepAlive: true, maxSockets: atOnce })
  let left = count
  let bytes = 0
  const one = () =>
    new Promise<void>((resolve, reject) => {
      get(url, { agent, headers }, (answer) => {
        if (answer.statusCode !== 200) reject(new Error(`${url} answered ${answer.statusCode}`))
        answer.on('data', (chunk: Buffer) => (bytes += chunk.length))
        answer.once('end', resolve)
      }).once('error', reject)
    })
  const lane = async () => {
    while (left > 0) {
      left -= 1
      await one()
    }
  }
  await Promise.all(Array.from({ length: atOnce }, lane))
  agent.destroy()
  return bytes / count
}
