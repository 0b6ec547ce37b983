import { randomUUID } from 'node:crypto'
import { Visitor, type Doors, type Reply } from './doors.ts'
import type { SimProduct } from '../model.ts'

/** She opens Encore, which installs it, and makes offers in it: by the same requests as its pages send. */
export class Merchant {
  readonly #visitor: Visitor
  readonly #handle: string

  constructor(doors: Doors, handle: string) {
    this.#visitor = new Visitor(doors)
    this.#handle = handle
  }

  async install(): Promise<void> {
    await this.#visitor.get('admin', `/store/${this.#handle}/apps/encore`) // as clicking on it in the admin does
    const { status, text } = await this.#visitor.get('app', '/', await this.#signedIn())
    if (status >= 300) throw new Error(`Encore does not open: ${status} ${text.slice(0, 500)}`)
  }

  /** Answers where it stands. */
  async offer(definition: object): Promise<string> {
    return (await this.#save('/offers/new', { definition, status: 'active', version: null })).location
  }

  /** Half of the shoppers see the offer as it would be changed. */
  async test(offer: string, definition: object): Promise<void> {
    const experiment = randomUUID()
    const { location } = await this.#save(`${offer}/experiment`, { action: 'prepare', key: experiment })
    await this.#save(location, { definition, version: 1 })
    await this.#save(`${offer}/experiment`, { action: 'start', experiment, share: 50 })
  }

  /** A week after the parcel arrived shoppers are asked what they think, and get a code for any honest answer. */
  async askForReviews(): Promise<void> {
    await this.#save('/rewards/program', { form: { active: true, terms: TERMS }, opened: null })
    await this.#save('/reviews/requests', { intent: 'save', form: ASKING, opened: null })
  }

  /** In the checkout editor: Encore's block on the pages that follow an order. */
  async placeBlocks(): Promise<void> {
    for (const page of ['thank-you', 'order-status'])
      await this.#visitor.post('admin', `/store/${this.#handle}/settings/checkout/blocks`, { page, block: 'thank-you-offer', do: 'place' })
  }

  async fulfil(orderId: number): Promise<void> {
    await this.#visitor.post('admin', `/store/${this.#handle}/orders/${orderId}/fulfil`, {})
  }

  async refund(orderId: number, lineId: number): Promise<void> {
    await this.#visitor.post('admin', `/store/${this.#handle}/orders/${orderId}/refund`, { line: String(lineId) })
  }

  async #save(path: string, body: object): Promise<Reply> {
    const headers = { ...(await this.#signedIn()), 'content-type': 'application/json' }
    const reply = await this.#visitor.say('app', path, body, headers)
    const { status, text } = reply
    if (status >= 400) throw new Error(`Encore does not take what is sent to ${path}: ${status} ${text.slice(0, 500)}`)
    return reply
  }

  async #signedIn(): Promise<Record<string, string>> {
    const { text } = await this.#visitor.get('admin', `/__simulator/id-token?shop=${this.#handle}.myshopify.com`)
    return { authorization: `Bearer ${text}`, accept: 'application/json', 'user-agent': BROWSER }
  }
}

// Shopify's library answers whoever looks like a robot with 410.
const BROWSER = 'Mozilla/5.0 (X11; Linux x86_64) Chrome/140.0.0.0 Safari/537.36'

const TERMS = {
  values: { text: { kind: 'percentage', percent: 10 }, photo: { kind: 'percentage', percent: 15 }, video: null },
  minimumOrder: null,
  buys: { kind: 'everything' },
  subscriptions: false,
  combinesWith: { orders: false, products: true, shipping: true },
  days: 90,
  caps: { shopper: 5, product: null, order: null, day: null },
  budget: null,
  who: 'verified',
  prefix: 'AURORA',
  settleMinutes: 15,
}

const ASKING = {
  asking: { active: true, home: { afterDelivery: 7, afterFulfilment: 21 }, abroad: { afterDelivery: 7, afterFulfilment: 28 } },
  manners: {},
  look: { senderName: 'Aurora Mobile', postalAddress: 'Torstraße 1, 10119 Berlin' },
}

interface Wish {
  id: string
  product: SimProduct
  percent: number
  onDecline?: string
}

const stepFor = ({ id, product, percent, onDecline = undefined }: Wish) => ({
  id,
  items: { kind: 'bundle', products: [{ productId: String(product.id), variantId: String(product.variants[0]?.id), quantity: 1 }] },
  discount: { kind: 'percentage', percent },
  onAccept: null,
  onDecline: onDecline ?? null,
})

/** What a shop like Aurora would run: an offer for a kind of product, one for everybody else, and how that might be changed. */
export function offersFor(products: readonly SimProduct[]): { offers: object[]; changed: object } {
  const first = (type: string, nth = 0) => {
    const found = products.filter((product) => product.productType === type)[nth]
    if (!found) throw new Error(`Aurora sells no ${type}`)
    return found
  }
  const phones = products.filter(({ productType }) => productType === 'Phone').map(({ id }) => String(id))
  const offer = (title: string, priority: number, rules: object[], steps: Wish[]) => ({
    title,
    priority,
    rules: { kind: 'all', rules },
    steps: steps.map(stepFor),
    schedule: { startsAt: null, endsAt: null },
  })
  const forPhones = offer(
    'A case for the new phone',
    10,
    [{ kind: 'product', productIds: phones }],
    [
      { id: 'case', product: first('Phone case', 9), percent: 15, onDecline: 'cheaper' },
      { id: 'cheaper', product: first('Phone case'), percent: 25 },
    ],
  )
  const forAll = (title: string, percent: number) => offer(title, 0, [], [{ id: 'charger', product: first('Charger'), percent }])
  return {
    offers: [forPhones, forAll('A charger with everything', 10)],
    changed: forAll('A charger with everything, at 25 % off', 25),
  }
}
