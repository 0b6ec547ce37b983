import { traitsNamed } from './snapshot.ts'
import { activeOffers } from './versions.server.ts'

/** The product metafields that rules of active offers ask about: `custom.material`. */
export async function metafieldsNamed(shop: string): Promise<string[]> {
  const traits = traitsNamed(await activeOffers(shop))
  return [...new Set(traits.flatMap((trait) => /^metafield:([^=]+)/.exec(trait)?.[1] ?? []))]
}
