import type { SimCollection, SimProduct, SimShop, SimVariant } from '../model.ts'
import { toDecimal } from '../money.ts'
import type { Family } from './assortment.ts'
import type { Dice } from './dice.ts'

export interface Making {
  shop: SimShop
  dice: Dice
  ids: () => number
  origin: string // where this shop's storefront is served, for picture addresses
}

export function makeProducts(making: Making, families: readonly Family[]): SimProduct[] {
  return families.flatMap((family) =>
    family.names.flatMap((name) => {
      const base = making.dice.between(...family.price)
      return family.colours.map((colour) => makeProduct(making, family, `${name}, ${colour}`, base))
    }),
  )
}

/** 1,234 becomes 1,190 or 1,250: prices that a shop would print. */
const tidy = (minor: number, currency: string): number =>
  currency === 'KWD' ? Math.round(minor / 250) * 250 : Math.max(490, Math.round(minor / 500) * 500 - 10)

function makeProduct({ shop, dice, ids, origin }: Making, family: Family, title: string, base: number): SimProduct {
  const id = ids()
  const createdAt = `2025-0${dice.between(1, 9)}-1${dice.between(0, 9)}T10:00:00Z`
  const price = tidy(base * (0.9 + dice.next() * 0.2), shop.currency)
  const variants = family.sizes.map((size, index): SimVariant => {
    const own = tidy(price * (1 + index * 0.2), shop.currency)
    return {
      id: ids(),
      title: family.sizes.length > 1 ? size : 'Default Title',
      sku: `${family.type.slice(0, 3).toUpperCase()}-${id % 100_000}-${index + 1}`,
      position: index + 1,
      price: toDecimal(own, shop.currency),
      compareAtPrice: dice.chance(0.15) ? toDecimal(tidy(own * 1.25, shop.currency), shop.currency) : null,
      options: [family.sizes.length > 1 ? size : 'Default Title'],
      inventoryItemId: ids(),
      inventoryQuantity: dice.chance(0.05) ? 0 : dice.between(8, 240),
      tracked: family.weightGrams > 0,
      inventoryPolicy: dice.chance(0.08) ? 'CONTINUE' : 'DENY',
      cost: family.costShare > 0 && dice.chance(0.9) ? toDecimal(Math.round(own * family.costShare), shop.currency) : null,
      requiresShipping: family.weightGrams > 0,
      taxable: true,
      weightGrams: family.weightGrams,
      imageId: null,
      updatedAt: createdAt,
    }
  })
  return {
    id,
    title,
    handle: `${title
      .toLowerCase()
      .normalize('NFKD')
      .replace(/[^a-z0-9]+/g, '-')
      .replace(/^-|-$/g, '')}-${id % 10_000}`,
    descriptionHtml: `<p>${title}. ${family.type} by ${family.vendor}.</p>`,
    vendor: family.vendor,
    productType: family.type,
    tags: family.tags,
    status: 'ACTIVE',
    publishedAt: createdAt,
    options: [{ name: family.sizes.length > 1 ? family.optionName : 'Title', values: variants.map((variant) => variant.title) }],
    images: [{ id: ids(), url: `${origin}/images/${id}.svg`, alt: title }],
    variants,
    ...(family.sellingPlans ? { sellingPlans: family.sellingPlans } : {}),
    metafields: [],
    createdAt,
    updatedAt: createdAt,
  }
}

/** An automatic collection per product type, one by price and one made by hand. */
export function makeCollections({ ids }: Making, products: readonly SimProduct[]): SimCollection[] {
  const updatedAt = '2025-10-01T10:00:00Z'
  const types = [...new Set(products.map((product) => product.productType))]
  const automatic = types.map((type): SimCollection => ({
    id: ids(),
    title: /s$/.test(type) ? type : `${type}s`,
    handle: type.toLowerCase().replace(/[^a-z]+/g, '-'),
    updatedAt,
    productIds: [],
    rules: { disjunctive: false, rules: [{ column: 'TYPE', relation: 'EQUALS', condition: type }] },
  }))
  const favourites = products.filter((_, index) => index % 9 === 0).map((product) => product.id)
  return [...automatic, { id: ids(), title: 'Favourites', handle: 'favourites', updatedAt, productIds: favourites, rules: null }]
}
