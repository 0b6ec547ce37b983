import { connect, type Socket } from 'node:net'

export interface Answered {
  statuses: Map<number, number>
  shown: number
  latencies: number[] // ms
  seconds: number
}

/** One keep-alive connection that carries one request at a time; it reads no more of an answer than it must. */
class Connection {
  readonly #socket: Socket
  #pending: ((answer: { status: number; body: Buffer }) => void) | undefined
  #received: Buffer = Buffer.alloc(0)

  constructor(port: number) {
    this.#socket = connect({ port, host: '127.0.0.1', noDelay: true })
    this.#socket.on('data', (chunk) => this.#take(chunk))
    this.#socket.on('error', (error) => {
      throw error
    })
  }

  ask(request: Buffer): Promise<{ status: number; body: Buffer }> {
    return new Promise((resolve) => {
      this.#pending = resolve
      this.#socket.write(request)
    })
  }

  #take(chunk: Buffer): void {
    this.#received = this.#received.length === 0 ? chunk : Buffer.concat([this.#received, chunk])
    const end = this.#received.indexOf('\r\n\r\n')
    if (end < 0) return
    const head = this.#received.toString('latin1', 0, end)
    const length = /\r\ncontent-length: (\d+)/i.exec(head)?.[1]
    if (length === undefined) throw new Error(`An answer without a length: ${head}`)
    if (this.#received.length < end + 4 + Number(length)) return
    const body = this.#received.subarray(end + 4)
    this.#received = Buffer.alloc(0)
    const pending = this.#pending
    this.#pending = undefined
    pending?.({ status: Number(head.slice(9, 12)), body })
  }

  close(): void {
    this.#socket.destroy()
  }
}

const SHOWN = Buffer.from('{"show":true')

function tally(answered: Answered, answer: { status: number; body: Buffer }, from: number): void {
  answered.latencies.push(performance.now() - from)
  answered.statuses.set(answer.status, (answered.statuses.get(answer.status) ?? 0) + 1)
  if (answer.body.subarray(0, SHOWN.length).equals(SHOWN)) answered.shown += 1
}

const nothing = (): Answered => ({ statuses: new Map(), shown: 0, latencies: [], seconds: 0 })

/** As fast as it goes: every connection sends its next request as soon as the last is answered. `settled`: the clock runs until then. */
export async function saturate(
  port: number,
  requests: readonly Buffer[],
  connections: number,
  settled?: () => Promise<void>,
): Promise<Answered> {
  const answered = nothing()
  let next = 0
  const began = performance.now()
  const lanes = Array.from({ length: connections }, async () => {
    const connection = new Connection(port)
    for (let request = requests[next++]; request; request = requests[next++]) {
      const from = performance.now()
      tally(answered, await connection.ask(request), from)
    }
    connection.close()
  })
  await Promise.all(lanes)
  await settled?.()
  return { ...answered, seconds: (performance.now() - began) / 1000 }
}

/** So many a second, evenly spaced whatever the server does; latency counts from the moment a request was due. */
export async function pace(port: number, requests: readonly Buffer[], perSecond: number): Promise<Answered> {
  const answered = nothing()
  const idle: Connection[] = Array.from({ length: 16 }, () => new Connection(port))
  const all = [...idle]
  const open: Promise<void>[] = []
  const began = performance.now() + 20
  for (const [index, request] of requests.entries()) {
    const due = began + (index * 1000) / perSecond
    const early = due - performance.now()
    if (early > 0) await new Promise((wake) => setTimeout(wake, early))
    const connection = idle.pop() ?? new Connection(port)
    if (!all.includes(connection)) all.push(connection)
    open.push(connection.ask(request).then((answer) => (tally(answered, answer, due), void idle.push(connection))))
  }
  await Promise.all(open)
  all.forEach((connection) => connection.close())
  return { ...answered, seconds: (performance.now() - began) / 1000 }
}
