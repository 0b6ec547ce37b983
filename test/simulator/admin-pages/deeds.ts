import { setFault } from '../post-purchase/faults.ts'
import { uninstall } from '../tokens/uninstall.ts'
import { saveCheckout } from './checkout-editor.ts'
import { saveCustomer } from './customers.ts'
import { createDiscount } from './discounts.ts'
import { ORDER_ACTIONS } from './orders-actions.ts'
import { removePlanGroup } from '../shop/selling-plans.ts'
import { createPlan } from './selling-plans.ts'
import { saveTheme } from './theme-editor.ts'
import { saveProduct } from './products.ts'
import { idOf } from './visits.ts'
import type { Act } from './visits.ts'

const orderAction: Act = async (visit, { shop }, form) => {
  const found = await visit.simulator.store.get(shop.domain, 'order', idOf(visit))
  const act = ORDER_ACTIONS[visit.params['action'] ?? '']
  const came = found && act ? await act(visit.simulator, shop, found, form) : null
  const problem = came !== null && typeof came === 'object' && 'problem' in came ? String(came.problem) : null
  return `orders/${idOf(visit)}${problem ? `?${new URLSearchParams({ problem })}` : ''}`
}

const editProduct: Act = async (visit, { shop }, form) => {
  await saveProduct(visit.simulator, shop, idOf(visit), form)
  return `products/${idOf(visit)}`
}

const newDiscount: Act = async ({ simulator }, { shop }, form) => {
  const problem = await createDiscount(simulator, shop, form)
  return problem ? `discounts?${new URLSearchParams({ problem })}` : 'discounts'
}

const newPlan: Act = async ({ simulator }, { shop }, form) => {
  const problem = await createPlan(simulator, shop, form)
  return problem ? `selling-plans?${new URLSearchParams({ problem })}` : 'selling-plans'
}

const removePlans: Act = async (visit, { shop }) => {
  await removePlanGroup(visit.simulator, shop, idOf(visit))
  return 'selling-plans'
}

const pushClock: Act = async ({ simulator }, _frame, form) => {
  await simulator.clock.push(Number(form.get('ms')))
  return 'clock'
}

const addFault: Act = async ({ simulator }, _frame, form) => {
  const match = String(form.get('match') ?? '')
  const times = Number(form.get('times') ?? 1)
  await simulator.faults.add({ where: form.get('where') as never, kind: form.get('kind') as never, times, ...(match ? { match } : {}) })
  return 'faults'
}

const clearFaults: Act = async ({ simulator }) => {
  await simulator.faults.clear()
  return 'faults'
}

const checkoutFault: Act = async ({ simulator }, _frame, form) => {
  const code = String(form.get('code'))
  await setFault(simulator, String(form.get('token')).trim(), code === 'charge declined' ? { charge: 'declined' } : { code })
  return 'faults'
}

const changeSettings: Act = async ({ simulator }, { shop }, form) => {
  const chosen = { postPurchaseApp: form.has('postPurchaseApp'), paypalReferenceTransactions: form.has('paypalReferenceTransactions') }
  await simulator.store.putShop({ ...shop, ...chosen })
  return 'settings'
}

const removeApp: Act = async ({ simulator }, { shop }) => {
  await uninstall(simulator, shop.domain)
  return 'settings'
}

/** What the forms of a shop's admin do, by address below /store/:shop. */
export const DEEDS: Record<string, Act> = {
  '/orders/:id/:action': orderAction,
  '/products/:id': editProduct,
  '/customers/:id': saveCustomer,
  '/discounts': newDiscount,
  '/selling-plans': newPlan,
  '/selling-plans/:id/remove': removePlans,
  '/clock': pushClock,
  '/faults': addFault,
  '/faults/clear': clearFaults,
  '/checkout-fault': checkoutFault,
  '/settings': changeSettings,
  '/themes/blocks': saveTheme,
  '/settings/checkout/blocks': saveCheckout,
  '/settings/uninstall': removeApp,
}
