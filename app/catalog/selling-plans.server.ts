import { db } from '../platform/db.server.ts'
import { document } from '../platform/shopify/document.ts'
import { adminFor } from '../platform/shopify/admin.server.ts'
import type { ShopifyId } from '../values/ids.ts'

const AT_ONCE = 10

/** A way to sell a product again and again, as the shop set it up. */
export interface SellingPlan {
  id: string
  name: string // Delivered every month
  group: string // Subscribe and save
}

export const SellingPlansDocument = document<Answer, { ids: string[] }>(`
  query SellingPlans($ids: [ID!]!) {
    nodes(ids: $ids) {
      ... on Product {
        sellingPlanGroups(first: 10) {
          nodes {
            name
            sellingPlans(first: 20) {
              nodes {
                id
                name
              }
            }
          }
        }
      }
    }
  }
`)

interface Answer {
  nodes: ({ sellingPlanGroups?: { nodes: { name: string; sellingPlans: { nodes: { id: string; name: string }[] } }[] } } | null)[]
}

/**
 * The plans by which all of these products are sold, asked of Shopify at this moment: the editor needs them seldom, so the mirror keeps none.
 * Of at most 10 products.
 */
export async function readSellingPlans(shop: string, productIds: readonly string[]): Promise<SellingPlan[]> {
  if (productIds.length === 0) return []
  const ids = productIds.slice(0, AT_ONCE).map((id) => `gid://shopify/Product/${id}`)
  const { nodes } = await adminFor(shop).query(SellingPlansDocument, { ids })
  const [first = [], ...others] = nodes.map(plansOf)
  return first.filter(({ id }) => others.every((plans) => plans.some((plan) => plan.id === id)))
}

/** As a best match from a collection can only be sold by a plan that all of it has, some of it tells. */
export async function readPlansOfCollection(shop: string, collectionId: ShopifyId): Promise<SellingPlan[]> {
  const members = await db.collectionProduct.findMany({ where: { shop, collectionId }, orderBy: { productId: 'asc' }, take: AT_ONCE })
  return readSellingPlans(
    shop,
    members.map(({ productId }) => productId),
  )
}

const plansOf = (product: Answer['nodes'][number]): SellingPlan[] =>
  (product?.sellingPlanGroups?.nodes ?? []).flatMap(({ name: group, sellingPlans }) =>
    sellingPlans.nodes.map(({ id, name }) => ({ id: id.split('/').at(-1) ?? '', name, group })),
  )
