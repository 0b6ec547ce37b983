import type { SimCollection, SimProduct, SimShop } from '../model.ts'
import type { Simulator } from '../simulator.ts'

type Rule = NonNullable<SimCollection['rules']>['rules'][number]

const texts = (product: SimProduct, column: Rule['column']): string[] => {
  if (column === 'TAG') return product.tags
  if (column === 'TYPE') return [product.productType]
  if (column === 'VENDOR') return [product.vendor]
  return column === 'TITLE' ? [product.title] : product.variants.map(({ price }) => price)
}

function fits(product: SimProduct, { column, relation, condition }: Rule): boolean {
  const values = texts(product, column)
  if (relation === 'GREATER_THAN') return values.some((value) => Number(value) > Number(condition))
  if (relation === 'LESS_THAN') return values.some((value) => Number(value) < Number(condition))
  const wanted = condition.toLowerCase()
  if (relation === 'CONTAINS') return values.some((value) => value.toLowerCase().includes(wanted))
  return values.some((value) => (column === 'VARIANT_PRICE' ? Number(value) === Number(condition) : value.toLowerCase() === wanted))
}

export function isInCollection(collection: SimCollection, product: SimProduct): boolean {
  if (!collection.rules) return collection.productIds.includes(product.id)
  const { disjunctive, rules } = collection.rules
  return disjunctive ? rules.some((rule) => fits(product, rule)) : rules.every((rule) => fits(product, rule))
}

export async function collectionIdsOf({ store }: Simulator, shop: SimShop, product: SimProduct): Promise<number[]> {
  const ids: number[] = []
  for await (const page of store.pages(shop.domain, 'collection')) {
    ids.push(...page.filter((collection) => isInCollection(collection, product)).map(({ id }) => id))
  }
  return ids
}
