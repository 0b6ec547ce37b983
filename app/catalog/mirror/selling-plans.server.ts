import { db, transact, type Tx } from '../../platform/db.server.ts'
import { document } from '../../platform/shopify/document.ts'
import { adminFor } from '../../platform/shopify/admin.server.ts'
import { gid, idOf, type ShopifyId } from '../../values/ids.ts'
import { catalogChanged, write } from './mirror.server.ts'
import { paymentOf, planPolicy, pricingAtStart, type Adjustment, type Payment, type PaymentNode, type PolicyNode } from '../plan-pricing.ts'
import type { SellingPlanRow } from './records.ts'
import { markStale } from './stale.server.ts'
import { SELLING_PLAN } from './tables.ts'
import { beginReading } from './stamp.server.ts'

const AT_ONCE = 10

/** A way to sell a product again and again, as the shop set it up. */
export interface SellingPlan {
  id: string
  name: string // Delivered every month
  group: string // Subscribe and save
  price: Adjustment | null // what it makes of the listed price with the first delivery
  payment: Payment
}

interface PlanNode extends PaymentNode {
  id: string
  pricingPolicies: PolicyNode[]
}
interface NamedNode {
  id: string
  name: string
}

// Without prices: ten groups of twenty plans for each of ten products would cost more than Shopify lets one query.
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

const VALUE = `adjustmentType
  adjustmentValue {
    ... on MoneyV2 { amount currencyCode }
    ... on SellingPlanPricingPolicyPercentageValue { percentage }
  }`

export const PlanPricesDocument = document<{ nodes: (PlanNode | null)[] }, { ids: string[] }>(`
  query PlanPrices($ids: [ID!]!) {
    nodes(ids: $ids) {
      ... on SellingPlan {
        id
        billingPolicy {
          ... on SellingPlanRecurringBillingPolicy { interval intervalCount }
        }
        deliveryPolicy {
          ... on SellingPlanRecurringDeliveryPolicy { interval intervalCount }
        }
        pricingPolicies {
          ... on SellingPlanFixedPricingPolicy { ${VALUE} }
          ... on SellingPlanRecurringPricingPolicy { afterCycle ${VALUE} }
        }
      }
    }
  }
`)

interface Answer {
  nodes: ({ sellingPlanGroups?: { nodes: { name: string; sellingPlans: { nodes: NamedNode[] } }[] } } | null)[]
}

/**
 * The plans by which all of these products are sold, asked of Shopify at this moment; our mirror keeps what they make of prices. Of at most 10
 * products.
 */
export async function readSellingPlans(shop: string, productIds: readonly string[]): Promise<SellingPlan[]> {
  if (productIds.length === 0) return []
  const { nodes } = await adminFor(shop).query(SellingPlansDocument, { ids: productIds.slice(0, AT_ONCE).map((id) => gid('Product', id)) })
  const [first = [], ...others] = nodes.map(plansOf)
  const common = first.filter(({ id }) => others.every((plans) => plans.some((plan) => plan.id === id)))
  const rows = await askPrices(
    shop,
    common.map(({ id }) => id),
    await beginReading(shop),
  )
  await transact((tx) => keep(tx, shop, rows))
  const told = new Map(rows.map(({ id, policies, payment }) => [id, { price: pricingAtStart(policies), payment }]))
  return common.map((plan) => ({ ...plan, price: null, payment: 'each-delivery', ...told.get(plan.id) }))
}

/** As a best match from a collection can only be sold by a plan that all of it has, some of it tells. */
export async function readPlansOfCollection(shop: string, collectionId: ShopifyId): Promise<SellingPlan[]> {
  const members = await db.collectionProduct.findMany({ where: { shop, collectionId }, orderBy: { productId: 'asc' }, take: AT_ONCE })
  return readSellingPlans(
    shop,
    members.map(({ productId }) => productId),
  )
}

const PRICES_AT_ONCE = 50

interface AskedPlan extends SellingPlanRow {
  payment: Payment
}

async function askPrices(shop: string, ids: readonly ShopifyId[], readAt: string): Promise<AskedPlan[]> {
  if (ids.length === 0) return []
  const asked = ids.slice(0, PRICES_AT_ONCE)
  const { nodes } = await adminFor(shop).query(PlanPricesDocument, { ids: asked.map((id) => gid('SellingPlan', id)) })
  const rows = asked.map((id, index): AskedPlan => {
    const node = nodes[index]
    const policies = node?.pricingPolicies.map(planPolicy) ?? []
    const payment = node ? paymentOf(node) : 'each-delivery'
    // One that is paid otherwise costs something else at the checkout than its price: nothing is sold by it any more.
    return { id, policies, gone: !node || payment !== 'each-delivery', readAt, payment }
  })
  return [...rows, ...(await askPrices(shop, ids.slice(PRICES_AT_ONCE), readAt))]
}

/** Reads again what these plans make of prices, and which of them are gone. */
export async function rereadPlans(shop: string, ids: readonly ShopifyId[], readAt: string): Promise<(tx: Tx) => Promise<void>> {
  const rows = await askPrices(shop, ids, readAt)
  return (tx) => keep(tx, shop, rows)
}

/** Reads the plans that active offers have begun to sell by. */
export const watchPlans =
  (named: (shop: string) => Promise<string[]>) =>
  async ({ shop }: { shop: string }): Promise<void> => {
    const ids = await named(shop)
    const known = new Set((await db.sellingPlan.findMany({ where: { shop, id: { in: ids } }, select: { id: true } })).map(({ id }) => id))
    await transact((tx) =>
      markStale(
        tx,
        shop,
        'plan',
        ids.filter((id) => !known.has(id)),
      ),
    )
  }

/** Plans change as groups, and the word of it is not relied on for what: all that we know are read again. */
export async function markPlans(tx: Tx, shop: string): Promise<void> {
  const known = await tx.sellingPlan.findMany({ where: { shop }, select: { id: true } })
  await markStale(
    tx,
    shop,
    'plan',
    known.map(({ id }) => id),
  )
}

/** What changed without a word is found once a night. */
export const recheckPlans = ({ shop }: { shop: string }): Promise<void> => transact((tx) => markPlans(tx, shop))

async function keep(tx: Tx, shop: string, rows: readonly SellingPlanRow[]): Promise<void> {
  const written = await write(tx, SELLING_PLAN, shop, rows)
  if (written.some(({ isNew }) => isNew)) await catalogChanged(tx, shop)
}

const plansOf = (product: Answer['nodes'][number]): Pick<SellingPlan, 'id' | 'name' | 'group'>[] =>
  (product?.sellingPlanGroups?.nodes ?? []).flatMap(({ name: group, sellingPlans }) =>
    sellingPlans.nodes.map(({ id, name }) => ({ id: idOf(id), name, group })),
  )
