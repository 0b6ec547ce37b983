import { randomUUID } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import { openConnection } from './connection.ts'
import type { Connection } from './connection.ts'
import { head, SHOPS } from './payload.ts'
import type { Payload } from './payload.ts'

export interface Sent {
  /** What was answered with 2xx: which payload went out under which delivery id, for which shop. */
  answered: { id: string; shop: string; payload: number }[]
  seconds: number
  latencies: number[]
  /** Answers other than 2xx, and broken connections; each was tried again. */
  retries: number
}

interface Load {
  port: number
  payloads: readonly Payload[]
  connections: number
  seconds: number
  /** While this says so nobody sends, and the time does not count. */
  down?: () => Promise<void> | undefined
}

interface Delivery {
  id: string
  shop: string
  payload: number
  head: Buffer
}

const MOST_PER_SECOND = 20_000

function deliveryOf(n: number, port: number, payloads: readonly Payload[]): Delivery {
  const [id, shop, payload] = [randomUUID(), SHOPS[n % SHOPS.length]!, n % payloads.length]
  return { id, shop, payload, head: head(port, payloads[payload]!, id, shop) }
}

/** Sends as fast as answers come, and like Shopify tries again, under the same delivery id, whatever is not answered with 2xx. */
export async function sendLoad({ port, payloads, connections, seconds, down = () => undefined }: Load): Promise<Sent> {
  const sent: Sent = { answered: [], seconds, latencies: [], retries: 0 }
  // Signed beforehand: in the real world it is another machine that signs.
  const signed = Array.from({ length: MOST_PER_SECOND * seconds }, (_, n) => deliveryOf(n, port, payloads)).values()
  const begun = performance.now()
  let paused = 0
  const isOver = () => performance.now() - begun - paused >= seconds * 1_000
  let waiting: Promise<void> | undefined
  const waitUp = () => {
    const outage = down()
    if (!outage) return sleep(5)
    const since = performance.now()
    waiting ??= outage.then(() => {
      paused += performance.now() - since
      waiting = undefined
    })
    return waiting
  }
  const one = async (n: number) => {
    let connection: Connection | undefined
    for (let k = n; !isOver(); k += connections) {
      const { head, ...delivery } = signed.next().value ?? deliveryOf(k, port, payloads)
      const request = [head, payloads[delivery.payload]!.body]
      for (;;) {
        try {
          const at = performance.now()
          connection ??= await openConnection(port)
          const status = await connection.send(request)
          if (status >= 200 && status < 300) {
            sent.latencies.push(performance.now() - at)
            break
          }
        } catch {
          connection?.close()
          connection = undefined
        }
        sent.retries++
        await waitUp()
      }
      sent.answered.push(delivery)
    }
    connection?.close()
  }
  await Promise.all(Array.from({ length: connections }, (_, n) => one(n)))
  sent.seconds = (performance.now() - begun - paused) / 1_000
  return sent
}
