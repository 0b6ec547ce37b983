import type { Dice } from './dice.ts'
import type { Encore } from './encore.ts'
import type { Said } from './shopify.ts'

type Each = <T>(things: readonly T[], atOnce: number, work: (thing: T) => Promise<unknown>) => Promise<void>
interface Order {
  shop: string
  orderId: string
}

const AT_ONCE = 12

/** In any order and some of them twice; orders are counted now and then in between, and each once after its last webhook, as the queue sees to. */
export async function deliver(encore: Encore, said: readonly Said[], orders: readonly Order[], dice: Dice, each: Each): Promise<number> {
  const again = said.filter(() => dice.chance(10))
  const mixed = dice.shuffle([...said, ...again])
  await each(mixed, AT_ONCE, async (one) => {
    await receive(encore, one)
    if (dice.chance(5)) await encore.countOrder(dice.pick(orders))
  })
  await each(orders, AT_ONCE, (order) => encore.countOrder(order))
  return mixed.length
}

const TRIES = 5

/** As the queue does: what failed is tried again, such as two that locked the same rows in another order. */
async function receive({ topics, parseExactly }: Encore, { shop, topic, eventId, at, body }: Said): Promise<void> {
  const react = topics[topic]
  if (!react) throw new Error(`Encore does not react to ${topic}`)
  for (let tried = 1; ; tried += 1)
    try {
      return void (await react({ shop, id: eventId, topic, eventId, triggeredAt: at, receivedAt: new Date(), body: parseExactly(body) }))
    } catch (error) {
      if (tried === TRIES) throw error
    }
}
