import { connect, type Socket } from 'node:net'

export interface RawAnswer {
  status: number
  body: unknown
}

/** A connection on which a test writes its own bytes, one request after another, and reads the answers. */
export class RawConnection {
  readonly #socket: Socket
  #received = Buffer.alloc(0)
  #waiting: PromiseWithResolvers<RawAnswer> | undefined

  constructor(url: string) {
    const { hostname, port } = new URL(url)
    this.#socket = connect(Number(port), hostname)
    this.#socket.on('data', (chunk) => {
      this.#received = Buffer.concat([this.#received, chunk])
      this.#take()
    })
    this.#socket.on('error', (error) => this.#waiting?.reject(error))
    this.#socket.on('close', () => this.#waiting?.reject(new Error('the connection was closed')))
  }

  async send(bytes: Buffer): Promise<RawAnswer> {
    this.#waiting = Promise.withResolvers()
    this.#socket.write(bytes)
    return this.#waiting.promise
  }

  end() {
    this.#socket.destroy()
  }

  /** Answers say how long they are; none here comes in chunks. */
  #take() {
    const end = this.#received.indexOf('\r\n\r\n')
    if (end < 0) return
    const head = this.#received.toString('latin1', 0, end)
    const length = Number(/^content-length: (?<n>\d+)$/imu.exec(head)?.groups?.['n'] ?? Number.NaN)
    const whole = end + 4 + length
    if (Number.isNaN(whole)) this.#waiting?.reject(new Error(`no length in ${head}`))
    if (!(this.#received.length >= whole)) return
    const body: unknown = JSON.parse(this.#received.toString('utf8', end + 4, whole))
    this.#received = this.#received.subarray(whole)
    this.#waiting?.resolve({ status: Number(head.slice(9, 12)), body })
  }
}
