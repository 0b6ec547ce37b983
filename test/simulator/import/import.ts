import type { SimCustomer, SimOrder } from '../model.ts'
import { toDecimal, toMinor } from '../money.ts'
import { HISTORY } from '../seed/shops.ts'
import type { Store } from '../store.ts'
import { gatherCodes, makeGiftCollections, makeGiftProducts } from './assortment.ts'
import { makeKnownCustomer, makeOrder, Returns, shiftDates, type Instant } from './history.ts'
import type { Row } from './rows.ts'
import { isGoods, sortRow } from './sorting.ts'

export interface Report {
  stockCodes: number // distinct in the file
  invoices: number // distinct in the file
  cancellations: number // of these, the ones whose number starts with C
  products: number
  customers: number
  orders: number
  refunds: number
  lines: number
  leftOut: Record<string, number> // reason -> lines of the file
  codesLeftOut: string[] // stock codes that became no product
}

interface Invoice {
  at: string
  customer: string | null
  sales: Row[]
  postage: Row[]
  returns: Row[]
}

/** Fills the history shop from the file's rows, in place of what it held. Pure making first, one bulk write per kind after it. */
export async function importHistory(store: Store, rows: readonly Row[], { now, port }: { now: number; port: number }): Promise<Report> {
  const leftOut: Record<string, number> = {}
  const leave = (because: string, lines = 1): void => void (leftOut[because] = (leftOut[because] ?? 0) + lines)
  const invoices = gatherInvoices(rows, leave)
  const last = rows.reduce((latest, row) => (row.at > latest ? row.at : latest), '')
  const instant = shiftDates(last, HISTORY.timeZone, now)
  const sold = [...invoices.values()].flatMap((invoice) => [...invoice.sales, ...invoice.returns])
  const ids = await reserveIds(store, sold.length * 4 + invoices.size * 8 + 100_000)
  // A code that was never sold at a price is still a product, if it names goods: the shop lists it.
  const codes = gatherCodes(rows.filter((row) => isGoods(row.code)))
  const first = instant(rows[0]?.at ?? last)
  const products = makeGiftProducts(codes.values(), ids, first, `http://${HISTORY.handle}.localhost:${port}`)
  const byCode = new Map([...codes.keys()].map((code, index) => [code, products[index]!] as const))
  const { orders, customers } = makeOrders(invoices, byCode, instant, ids, leave)
  await emptyShop(store)
  await store.putMany(HISTORY.domain, 'product', products)
  await store.putMany(HISTORY.domain, 'collection', makeGiftCollections(ids, first))
  await store.putMany(HISTORY.domain, 'customer', customers)
  for (let index = 0; index < orders.length; index += 2_000)
    await store.putMany(HISTORY.domain, 'order', orders.slice(index, index + 2_000))
  await store.setSetting(`${HISTORY.domain}:next-order-number`, 1001 + orders.length)
  const numbers = new Set(rows.map((row) => row.invoice))
  const stockCodes = new Set(rows.map((row) => row.code))
  return {
    stockCodes: stockCodes.size,
    invoices: numbers.size,
    cancellations: [...numbers].filter((number) => number.startsWith('C')).length,
    products: products.length,
    customers: customers.length,
    orders: orders.length,
    refunds: orders.reduce((sum, order) => sum + order.refunds.length, 0),
    lines: orders.reduce((sum, order) => sum + order.lines.length, 0),
    leftOut,
    codesLeftOut: [...stockCodes].filter((code) => !codes.has(code)),
  }
}

async function emptyShop(store: Store): Promise<void> {
  const installed = (await store.shop(HISTORY.domain))?.installed ?? null
  if (installed) throw new Error('Encore is installed in this shop already: run `npm run simulator:reset` before importing again')
  if ((await store.count(HISTORY.domain, 'order')) > 0)
    throw new Error('This shop holds a history already: run `npm run simulator:reset` before importing again')
  await store.putShop(HISTORY)
}

async function reserveIds(store: Store, count: number): Promise<() => number> {
  const [first] = await store.nextIds(1)
  const rest = await store.nextIds(count)
  let used = 0
  if (first === undefined) throw new Error('The store gave no id')
  return () => {
    const id = rest[used++]
    if (id === undefined) throw new Error('The import needs more ids than it reserved')
    return id
  }
}

function gatherInvoices(rows: readonly Row[], leave: (because: string) => void): Map<string, Invoice> {
  const invoices = new Map<string, Invoice>()
  for (const row of rows) {
    const sorted = sortRow(row)
    if (sorted.as === 'left-out') {
      leave(sorted.because)
      continue
    }
    const invoice = invoices.get(row.invoice) ?? { at: row.at, customer: row.customer, sales: [], postage: [], returns: [] }
    invoice[sorted.as === 'sale' ? 'sales' : sorted.as === 'postage' ? 'postage' : 'returns'].push(row)
    invoices.set(row.invoice, invoice)
  }
  return invoices
}

type Leave = (because: string, lines?: number) => void

function makeOrders(
  invoices: Map<string, Invoice>,
  products: Parameters<typeof makeOrder>[0]['products'],
  instant: Instant,
  ids: () => number,
  leave: Leave,
): { orders: SimOrder[]; customers: SimCustomer[] } {
  const customers = new Map<string, SimCustomer>()
  const orders: SimOrder[] = []
  const returns = new Returns(orders, ids)
  const inTime = [...invoices.values()].sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0))
  for (const invoice of inTime) {
    const at = instant(invoice.at)
    if (invoice.sales.length > 0) {
      const customer = invoice.customer === null ? null : knownCustomer(customers, invoice, at, ids)
      const order = makeOrder({
        shop: HISTORY,
        ids,
        number: 1001 + orders.length,
        rows: invoice.sales,
        postage: invoice.postage,
        customer,
        products,
        at,
      })
      orders.push(order)
      if (customer) count(customer, order, at)
      if (invoice.customer !== null) returns.remember(orders.length - 1, invoice.customer)
    } else if (invoice.postage.length > 0) leave('postage of an invoice that has no goods', invoice.postage.length)
    for (const row of invoice.returns) takeBack(returns, row, at, leave)
  }
  return { orders, customers: [...customers.values()] }
}

function takeBack(returns: Returns, row: Row, at: string, leave: Leave): void {
  if (row.customer === null) return leave('cancellation without a customer')
  const left = returns.takeBack(row.customer, row.code, -row.quantity, at)
  if (left === -row.quantity) leave('cancellation with no earlier purchase of that customer and code')
  else if (left > 0) leave('cancellation of more than was bought (the rest of it)')
}

function knownCustomer(customers: Map<string, SimCustomer>, invoice: Invoice, at: string, ids: () => number): SimCustomer {
  const number = invoice.customer ?? ''
  const customer = customers.get(number) ?? makeKnownCustomer(number, invoice.sales[0]?.country ?? '', ids(), at)
  customers.set(number, customer)
  return customer
}

function count(customer: SimCustomer, order: SimOrder, at: string): void {
  customer.ordersCount += 1
  customer.totalSpent = toDecimal(
    toMinor(customer.totalSpent, HISTORY.currency) + toMinor(order.originalTotal.shop, HISTORY.currency),
    HISTORY.currency,
  )
  customer.updatedAt = at
}
