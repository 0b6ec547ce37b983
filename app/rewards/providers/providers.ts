import { fera } from './fera.ts'
import { flow } from './flow.ts'
import { generic } from './generic.ts'
import { judgeme } from './judgeme.ts'
import { loox } from './loox.ts'
import { okendo } from './okendo.ts'
import { productReview } from './product-review.ts'
import { PROVIDERS } from './provider.ts'
import type { Level, Provider, ProviderName } from './provider.ts'
import { reviewsio } from './reviewsio.ts'
import { stamped } from './stamped.ts'
import { trustoo } from './trustoo.ts'
import { yotpo } from './yotpo.ts'

/** Every review app that Encore listens to. */
export const providers: Readonly<Record<ProviderName, Provider>> = {
  judgeme,
  okendo,
  yotpo,
  stamped,
  fera,
  reviewsio,
  trustoo,
  loox,
  shopify: productReview,
  generic,
  flow,
}

export const providerOf = (name: string): Provider | null =>
  (PROVIDERS as readonly string[]).includes(name) ? providers[name as ProviderName] : null

/** These tell us at an address of their own; the others come through Shopify. */
export const hasAddress = ({ seal }: Provider): boolean => seal.kind !== 'shopify'

/** Loox's webhook is signed once the merchant has told us in which header. */
export const levelOf = (provider: Provider, connection: { header: string | null }): Level =>
  provider.seal.kind === 'configured' && connection.header ? 'signed' : provider.level
