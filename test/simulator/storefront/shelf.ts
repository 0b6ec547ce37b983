import type { SimCollection, SimProduct, SimShop } from '../model.ts'
import { isMember } from '../shop/collections.ts'
import type { Simulator } from '../simulator.ts'

const PAGE_SIZE = 24
const MIXED_FROM = 200
const MOST_CHIPS = 10

interface Shelf {
  products: SimProduct[]
  last: number | null // the id to go on after, where there may be more
}

export const isShown = (product: SimProduct): boolean => product.status === 'ACTIVE' && product.publishedAt !== null

export const matches = (product: SimProduct, query: string): boolean =>
  query
    .toLowerCase()
    .split(/\s+/)
    .every((word) => `${product.title} ${product.productType} ${product.vendor} ${product.tags.join(' ')}`.toLowerCase().includes(word))

/** A page of what fits, oldest first. */
export async function shelf({ store }: Simulator, shop: SimShop, after: number, fits: (product: SimProduct) => boolean): Promise<Shelf> {
  const products: SimProduct[] = []
  let last = after
  for (;;) {
    const page = await store.list(shop.domain, 'product', { ...(last ? { after: last } : {}), limit: 100 })
    for (const one of page) {
      last = one.id
      if (isShown(one) && fits(one)) products.push(one)
      if (products.length === PAGE_SIZE) return { products, last }
    }
    if (page.length < 100) return { products, last: null }
  }
}

/** Something of each kind, for the front page. */
export async function mixedShelf({ store }: Simulator, shop: SimShop): Promise<Shelf> {
  const some = (await store.list(shop.domain, 'product', { limit: MIXED_FROM })).filter(isShown)
  const kinds = [...Map.groupBy(some, ({ productType }) => productType).values()]
  const rounds = Math.max(0, ...kinds.map(({ length }) => length))
  const mixed = Array.from({ length: rounds }, (_, round) => kinds.flatMap((kind) => kind[round] ?? [])).flat()
  return { products: mixed.slice(0, PAGE_SIZE), last: mixed.length > PAGE_SIZE ? 0 : null }
}

export const chips = ({ store }: Simulator, shop: SimShop): Promise<SimCollection[]> =>
  store.list(shop.domain, 'collection', { limit: MOST_CHIPS })

export const inCollection = (collection: SimCollection) => (product: SimProduct) => isMember(collection, product)
