import { Drop } from 'liquidjs'
import { NotModelled } from '../admin-api/refusals.ts'
import { resolveNamespace } from '../admin-api/types/metafields.ts'
import { readGid } from '../admin-api/fields.ts'
import type { SimMetafield, SimMetaobject, SimProduct, SimShop } from '../model.ts'
import { hasDefinition } from './visible.ts'
import type { Simulator } from '../simulator.ts'

/** A Liquid object: what it does not list is not silently nothing, as it would be at Shopify, but a failure. */
export class ThemeObject extends Drop {
  readonly #name: string
  readonly #facts: Record<string, unknown>
  constructor(name: string, facts: Record<string, unknown>) {
    super()
    this.#name = name
    this.#facts = facts
  }
  override liquidMethodMissing(key: string | number): unknown {
    if (Object.hasOwn(this.#facts, key)) {
      const fact = this.#facts[key]
      return typeof fact === 'function' ? fact() : fact
    }
    if (key === 'toLiquid' || key === 'then') return undefined
    throw new NotModelled(`The simulator's theme does not model ${this.#name}.${key}`)
  }
  override valueOf(): string {
    return this.#name
  }
}

/** Any key is fine, and one without a value is nil: metafields and their namespaces. */
class Dictionary extends Drop {
  readonly #read: (key: string) => unknown
  constructor(read: (key: string) => unknown) {
    super()
    this.#read = read
  }
  override liquidMethodMissing(key: string | number): unknown {
    return key === 'then' ? undefined : (this.#read(String(key)) ?? null)
  }
}

export const asShopObject = (shop: SimShop, port: number) =>
  new ThemeObject('shop', {
    name: shop.name,
    permanent_domain: shop.domain,
    url: `http://${shop.handle}.localhost:${port}`,
    currency: shop.currency,
  })

export function asProductObject(simulator: Simulator, shop: SimShop, product: SimProduct): ThemeObject {
  return new ThemeObject('product', {
    id: product.id,
    title: product.title,
    handle: product.handle,
    url: `/products/${product.handle}`,
    vendor: product.vendor,
    type: product.productType,
    tags: product.tags,
    has_only_default_variant: product.variants.length === 1 && product.variants[0]?.title === 'Default Title',
    metafields: new Dictionary((namespace) => {
      const full = resolveNamespace(namespace, { simulator })
      return new Dictionary((key) => metafieldOf(simulator, shop, product, full, key))
    }),
  })
}

/** Only what a definition opens to the storefront, or what is nobody's own. */
function metafieldOf(simulator: Simulator, shop: SimShop, product: SimProduct, namespace: string, key: string): ThemeObject | null {
  const found = product.metafields.find((metafield) => metafield.namespace === namespace && metafield.key === key)
  if (!found || !hasDefinition(simulator, namespace, key)) return null
  return new ThemeObject('metafield', {
    type: found.type,
    list: found.type.startsWith('list.'),
    value: () => valueOf(simulator, shop, found),
  })
}

async function valueOf(simulator: Simulator, shop: SimShop, { type, value }: Pick<SimMetafield, 'type' | 'value'>): Promise<unknown> {
  if (type !== 'list.metaobject_reference') return scalar(type, value)
  const ids = (JSON.parse(value) as string[]).map((one) => readGid(one)?.id ?? 0)
  const found = await Promise.all(ids.map((id) => simulator.store.get(shop.domain, 'metaobject', id)))
  return found.flatMap((one) => (one ? [metaobjectOf(simulator, one)] : []))
}

function scalar(type: string, value: string): unknown {
  if (type === 'json') return JSON.parse(value)
  if (type === 'boolean') return value === 'true'
  if (type.startsWith('number_')) return Number(value)
  if (type !== 'rating') return value
  const read = JSON.parse(value) as { value: string; scale_min: string; scale_max: string }
  return new ThemeObject('rating', { rating: read.value, scale_min: read.scale_min, scale_max: read.scale_max })
}

export function metaobjectOf(simulator: Pick<Simulator, 'app' | 'configuration'>, metaobject: SimMetaobject): ThemeObject {
  const own = resolveNamespace('$app:', { simulator })
  const definition = simulator.configuration.definitions.metaobjects.get(metaobject.type.slice(own.length))
  if (!definition?.publicRead) throw new NotModelled(`${metaobject.type} is not open to the storefront`)
  const fields = [...definition.fields].map(([key, { type }]) => {
    const value = metaobject.fields[key]
    return [key, new ThemeObject('field', { type, value: value === undefined ? null : scalar(type, value) })] as const
  })
  return new ThemeObject('metaobject', {
    ...Object.fromEntries(fields),
    system: new ThemeObject('system', { handle: metaobject.handle, type: metaobject.type, id: metaobject.id }),
  })
}
