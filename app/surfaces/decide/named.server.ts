import { plansNamed, traitsNamed } from './snapshot.ts'
import { activeOffers } from './versions.server.ts'

/** What active offers name that our mirror holds only for them. */
export const named = {
  /** The product metafields that their rules ask about: `custom.material`. */
  async metafields(shop: string): Promise<string[]> {
    const traits = traitsNamed(await activeOffers(shop))
    return [...new Set(traits.flatMap((trait) => /^metafield:([^=]+)/.exec(trait)?.[1] ?? []))]
  },
  /** The selling plans that they sell by. */
  plans: async (shop: string): Promise<string[]> => plansNamed(await activeOffers(shop)),
}
