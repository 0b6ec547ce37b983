import type { SimShop } from '../model.ts'
import type { Simulator } from '../simulator.ts'

/** Where our simulated theme takes app blocks: below the title, at the end of the product page, and in each card of a list. */
export const PLACES = {
  title: 'Below the product’s title',
  'product-end': 'At the end of the product page',
  card: 'In the cards of lists',
} as const
export type Place = keyof typeof PLACES

export interface Placed {
  block: string // its file's name
  place: Place
}

const keyOf = (shop: SimShop) => `theme:${shop.domain}`

export const placedBlocks = ({ store }: Pick<Simulator, 'store'>, shop: SimShop): Promise<Placed[]> => store.setting(keyOf(shop), [])

/** A block stands once at a place. */
export async function placeBlock(simulator: Pick<Simulator, 'store'>, shop: SimShop, placed: Placed): Promise<void> {
  const others = (await placedBlocks(simulator, shop)).filter(({ block, place }) => block !== placed.block || place !== placed.place)
  await simulator.store.setSetting(keyOf(shop), [...others, placed])
}

export async function removeBlock(simulator: Pick<Simulator, 'store'>, shop: SimShop, block: string): Promise<void> {
  const others = (await placedBlocks(simulator, shop)).filter((one) => one.block !== block)
  await simulator.store.setSetting(keyOf(shop), others)
}
