import { sayTime } from '#app/values/time.ts'
import { BLOCK_SURFACES, type BlockSurface } from '../contract.ts'

/** One page of Shopify's that our block can stand on. */
export interface Placing {
  surface: BlockSurface
  editor: string
  seen: string | null // when the block last asked from there; null: never
}

/** Shopify's checkout editor, opened at the page with our app's blocks; App Bridge takes `shopify://` out of the frame. */
export const placingsOf = (seen: Partial<Record<BlockSurface, Date>>, timeZone: string, apiKey: string): Placing[] =>
  BLOCK_SURFACES.map((surface) => ({
    surface,
    editor: `shopify://admin/settings/checkout/editor?${new URLSearchParams({ page: surface, context: 'apps', app: apiKey })}`,
    seen: seen[surface] ? sayTime(seen[surface], timeZone) : null,
  }))
