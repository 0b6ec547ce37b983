import type { SimShop } from '../model.ts'
import type { Simulator } from '../simulator.ts'
import type { UiExtension } from './extensions.ts'
import { extensionsAt } from './extensions.ts'

export type SettingValue = string | number | boolean

/** A block where the merchant has put it, with what she has set; one that is not placed does not run. */
export interface PlacedBlock {
  extension: string // its handle
  target: string
  settings: Record<string, SettingValue>
}

const keyOf = (shop: SimShop) => `checkout-editor:${shop.domain}`
const isSame = (one: PlacedBlock, other: Pick<PlacedBlock, 'extension' | 'target'>) =>
  one.extension === other.extension && one.target === other.target

export const placedBlocks = ({ store }: Pick<Simulator, 'store'>, shop: SimShop): Promise<PlacedBlock[]> => store.setting(keyOf(shop), [])

/** A block stands once on a page. */
export async function placeBlock(simulator: Pick<Simulator, 'store'>, shop: SimShop, placed: PlacedBlock): Promise<void> {
  const others = (await placedBlocks(simulator, shop)).filter((one) => !isSame(one, placed))
  await simulator.store.setSetting(keyOf(shop), [...others, placed])
}

export async function removeBlock(
  simulator: Pick<Simulator, 'store'>,
  shop: SimShop,
  block: Pick<PlacedBlock, 'extension' | 'target'>,
): Promise<void> {
  const others = (await placedBlocks(simulator, shop)).filter((one) => !isSame(one, block))
  await simulator.store.setSetting(keyOf(shop), others)
}

/** What runs at a target of an installed app, in the order in which it was placed. */
export async function blocksAt(
  simulator: Simulator,
  shop: SimShop,
  target: string,
): Promise<{ extension: UiExtension; placed: PlacedBlock }[]> {
  if (!shop.installed) return []
  const placed = (await placedBlocks(simulator, shop)).filter((one) => one.target === target)
  if (placed.length === 0) return []
  const built = await extensionsAt(simulator.settings.projectFolder, target)
  return placed.flatMap((one) => {
    const extension = built.find(({ handle }) => handle === one.extension)
    return extension ? [{ extension, placed: one }] : []
  })
}
