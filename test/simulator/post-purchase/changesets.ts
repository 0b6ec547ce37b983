import type { Records, SimOrder, SimShop } from '../model.ts'
import { editOrder } from '../shop/orders-edit.ts'
import type { Simulator } from '../simulator.ts'
import { calculate, calculatedPurchase } from './calculate.ts'
import type { Calculation } from './calculate.ts'
import { isLine, isRefusal, isSubscription, readChanges } from './changes.ts'
import type { Change } from './changes.ts'
import { refusal } from './errors.ts'
import type { Refusal } from './errors.ts'
import { takeFault } from './faults.ts'
import { changesetsOf, closedBecause, readSigned } from './signed-changeset.ts'
import type { ChangesetFacts } from './signed-changeset.ts'

export interface Purchase {
  shop: SimShop
  checkout: Records['checkout']
  order: SimOrder
}

export const referenceIdOf = ({ settings }: Simulator, { checkout, order }: Pick<Purchase, 'checkout' | 'order'>): string =>
  settings.referenceIdIsCheckoutToken ? checkout.token : `ref-${order.token}`

const factsOf = (simulator: Simulator, purchase: Purchase): ChangesetFacts => ({
  secret: simulator.app.secret,
  clientId: simulator.app.clientId,
  referenceId: referenceIdOf(simulator, purchase),
  order: purchase.order,
  applications: purchase.checkout.applications,
  open: purchase.checkout.postPurchase === 'open' || purchase.checkout.postPurchase === 'asked',
  now: simulator.clock.now(),
  settings: simulator.settings,
})

const unprocessed = (...errors: Refusal[]) => ({ status: 'unprocessed' as const, errors })

/** calculateChangeset: unsigned changes or a signed changeset, priced with tax and shipping; nothing is kept. */
export async function calculateChangeset(simulator: Simulator, purchase: Purchase, changeset: unknown) {
  const fault = await takeFault(simulator, purchase.checkout.token, 'calculate')
  if (fault && 'code' in fault) return unprocessed(refusal(fault.code, 'asked for by a fault'))
  const facts = factsOf(simulator, purchase)
  const closed = closedBecause(facts)
  if (closed) return unprocessed(closed)
  const changes =
    typeof changeset === 'string' ? signedChanges(changeset, facts) : readChanges((changeset as { changes?: unknown } | null)?.changes)
  if (isRefusal(changes)) return unprocessed(changes)
  const calculation = await price(simulator, purchase.shop, changes)
  if (isRefusal(calculation)) return unprocessed(calculation)
  return { status: 'processed' as const, errors: [], calculatedPurchase: calculatedPurchase(purchase.shop, purchase.order, calculation) }
}

function signedChanges(token: string, facts: ChangesetFacts): Change[] | Refusal {
  const signed = readSigned(token, facts)
  return isRefusal(signed) ? signed : signed.changes
}

/** applyChangeset: verified, priced anew, charged, added to the order. */
export async function applyChangeset(simulator: Simulator, purchase: Purchase, token: unknown, options?: unknown) {
  const left = (applications: number) => ({
    changesetApplicationsRemaining: Math.max(0, changesetsOf(purchase.order, simulator.settings) - applications),
  })
  const { shop, checkout, order } = purchase
  const refuse = (...errors: Refusal[]) => ({ ...unprocessed(...errors), ...left(checkout.applications) })
  const fault = await takeFault(simulator, checkout.token, 'apply')
  if (fault && 'code' in fault) return refuse(refusal(fault.code, 'asked for by a fault'))
  const facts = factsOf(simulator, purchase)
  const signed = readSigned(token, facts)
  const reused = isRefusal(signed) && signed.code === 'changeset_already_applied' ? signed : null
  const refused = reused ?? closedBecause(facts) ?? (isRefusal(signed) ? signed : null)
  if (refused || isRefusal(signed)) return refuse(refused ?? refusal('invalid_request', 'not a changeset'))
  const subscription = whyNoSubscription(
    signed.changes,
    order,
    (options as { buyerConsentToSubscriptions?: unknown } | null)?.buyerConsentToSubscriptions,
  )
  if (subscription) return refuse(subscription)
  const calculation = await price(simulator, shop, signed.changes)
  if (isRefusal(calculation)) return refuse(calculation)
  const charge = fault ? 'declined' : 'good'
  const edited = await editOrder(simulator, shop, order.id, { jti: signed.jti, calculation, charge })
  if (edited === 'sold-out') return refuse(refusal('insufficient_inventory', 'sold out meanwhile'))
  if (edited === 'already-applied') return refuse(refusal(simulator.settings.reusedJti, 'this changeset was applied before'))
  const counted = await simulator.store.update(shop.domain, 'checkout', checkout.id, (current) => ({
    ...current,
    applications: current.applications + 1,
  }))
  const remaining = left(counted?.applications ?? 1)
  if (charge === 'declined')
    return { status: 'partially_processed' as const, errors: [refusal('payment_required', 'the second charge was declined')], ...remaining }
  return { status: 'processed' as const, errors: [], ...remaining }
}

/** The limits of subscriptions on this page; the consent is the shopper's tick in Shopify's own component. */
function whyNoSubscription(changes: readonly Change[], order: SimOrder, consent: unknown): Refusal | null {
  const wanted = changes.filter(isSubscription)
  if (wanted.length === 0) return null
  if (consent !== true) return refusal('buyer_consent_required', 'the shopper has not agreed to the subscription')
  if (!order.shippingAddress) return refusal('subscription_no_shipping_address_error', 'a subscription needs a shipping address')
  const has = order.lines.some((line) => line.sellingPlanId !== undefined)
  return has || wanted.length > 1 ? refusal('subscription_limit_error', 'an order holds one subscription') : null
}

async function price(simulator: Simulator, shop: SimShop, changes: readonly Change[]): Promise<Calculation | Refusal> {
  const found = new Map<number, { product: Records['product']; variant: Records['product']['variants'][number] }>()
  for (const change of changes) {
    if (!isLine(change)) continue
    const product = await simulator.store.find(shop.domain, 'product', `variant:${change.variantId}`)
    const variant = product?.variants.find(({ id }) => id === change.variantId)
    if (product && variant) found.set(change.variantId, { product, variant })
  }
  return calculate(shop, changes, found, simulator.settings)
}
