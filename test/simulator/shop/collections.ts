import type { SimCollection, SimProduct } from '../model.ts'
import type { Store } from '../store.ts'

type Rule = NonNullable<SimCollection['rules']>['rules'][number]

export function isMember(collection: SimCollection, product: SimProduct): boolean {
  if (collection.rules === null) return collection.productIds.includes(product.id)
  const { disjunctive, rules } = collection.rules
  return disjunctive ? rules.some((rule) => follows(rule, product)) : rules.every((rule) => follows(rule, product))
}

function follows({ column, relation, condition }: Rule, product: SimProduct): boolean {
  const have: Record<Rule['column'], string[]> = {
    TAG: product.tags,
    TYPE: [product.productType],
    VENDOR: [product.vendor],
    TITLE: [product.title],
    VARIANT_PRICE: product.variants.map((variant) => variant.price),
  }
  const wanted = condition.toLowerCase()
  return have[column].some((value) => {
    if (relation === 'GREATER_THAN') return Number(value) > Number(condition)
    if (relation === 'LESS_THAN') return Number(value) < Number(condition)
    if (column === 'VARIANT_PRICE') return Number(value) === Number(condition)
    return relation === 'EQUALS' ? value.toLowerCase() === wanted : value.toLowerCase().includes(wanted)
  })
}

export async function collectionsOf(store: Store, shop: string, product: SimProduct): Promise<SimCollection[]> {
  const found: SimCollection[] = []
  for await (const page of store.pages(shop, 'collection')) found.push(...page.filter((collection) => isMember(collection, product)))
  return found
}

export async function productsOf(store: Store, shop: string, collection: SimCollection): Promise<SimProduct[]> {
  const found: SimProduct[] = []
  for await (const page of store.pages(shop, 'product', 500)) found.push(...page.filter((product) => isMember(collection, product)))
  return found
}
