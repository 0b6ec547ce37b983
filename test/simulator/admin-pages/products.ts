import type { SimProduct, SimShop } from '../model.ts'
import { display, toDecimal, toMinor } from '../money.ts'
import type { Simulator } from '../simulator.ts'
import { setStock, updateProduct } from '../shop/products.ts'
import { html } from '../storefront/html.ts'
import type { Html } from '../storefront/html.ts'
import { badge, card, pager, table } from './shell.ts'
import type { Frame } from './shell.ts'

const PAGE = 50
const STATUSES = ['ACTIVE', 'DRAFT', 'ARCHIVED'] as const

export async function productsPage(simulator: Simulator, { shop }: Frame, url: URL): Promise<Html> {
  const base = `/store/${shop.handle}/products`
  const query = url.searchParams.get('q')?.toLowerCase() ?? ''
  let after = Number(url.searchParams.get('after') ?? 0)
  const found: SimProduct[] = []
  for (;;) {
    const page = await simulator.store.list(shop.domain, 'product', { limit: 200, ...(after ? { after } : {}) })
    for (const one of page) {
      if (found.length === PAGE) break
      after = one.id
      if (`${one.title} ${one.productType} ${one.vendor}`.toLowerCase().includes(query)) found.push(one)
    }
    if (found.length === PAGE || page.length < 200) break
  }
  const rows = found.map((product) => [
    html`<img src="${product.images[0]?.url ?? 'data:,'}" alt="" width="40" height="40" />`,
    html`<a href="${base}/${product.id}">${product.title}</a>`,
    badge(product.status.toLowerCase(), product.status === 'ACTIVE' ? 'good' : 'plain'),
    product.productType,
    product.variants.reduce((sum, one) => sum + one.inventoryQuantity, 0),
    display(product.variants[0]?.price ?? '0', shop.currency),
  ])
  const next = found.length === PAGE ? `?${new URLSearchParams({ ...(query ? { q: query } : {}), after: String(after) })}` : null
  return html`<form class="search">
      <input type="search" name="q" value="${query}" placeholder="Search products" aria-label="Search products" />
    </form>
    ${card('', table(['', 'Product', 'Status', 'Type', 'Stock', 'Price'], rows))}${pager(base, url.searchParams.has('after') ? '' : null, next)}`
}

export function productPage(simulator: Simulator, { shop }: Frame, product: SimProduct): Html {
  const base = `/store/${shop.handle}/products/${product.id}`
  return html`<p><a href="http://${shop.handle}.localhost:${simulator.port}/products/${product.handle}">See it in the store</a></p>
    <form method="post" action="${base}">
      ${card(
        'Variants',
        table(
          ['Variant', 'SKU', 'Price', 'Compare at', 'Stock'],
          product.variants.map((variant) => [
            variant.title,
            variant.sku,
            html`<input
              name="price-${variant.id}"
              value="${variant.price}"
              inputmode="decimal"
              aria-label="Price of ${variant.title}"
              size="8"
            />`,
            html`<input
              name="compare-${variant.id}"
              value="${variant.compareAtPrice ?? ''}"
              inputmode="decimal"
              aria-label="Compare-at price of ${variant.title}"
              size="8"
            />`,
            variant.tracked
              ? html`<input
                  name="stock-${variant.id}"
                  value="${variant.inventoryQuantity}"
                  type="number"
                  aria-label="Stock of ${variant.title}"
                />`
              : 'not tracked',
          ]),
        ),
      )}
      ${card(
        'Product',
        html`<label>Title <input name="title" value="${product.title}" /></label>
          <label
            >Status
            <select name="status">
              ${STATUSES.map((status) => html`<option${status === product.status ? html` selected` : null}>${status}</option>`)}
            </select></label
          >
          <label>Tags <input name="tags" value="${product.tags.join(', ')}" /></label>`,
      )}
      <p><button class="primary">Save</button></p>
    </form>`
}

/** Writes what the form says, each change through its own door. */
export async function saveProduct(simulator: Simulator, shop: SimShop, id: number, form: FormData): Promise<void> {
  const text = (name: string) => String(form.get(name) ?? '').trim()
  const amount = (name: string) => (text(name) === '' ? null : toDecimal(toMinor(text(name), shop.currency), shop.currency))
  const product = await updateProduct(simulator, shop, id, (current) => ({
    ...current,
    title: text('title') || current.title,
    status: STATUSES.find((status) => status === text('status')) ?? current.status,
    tags: text('tags')
      .split(',')
      .flatMap((tag) => tag.trim() || []),
    variants: current.variants.map((variant) => ({
      ...variant,
      price: amount(`price-${variant.id}`) ?? variant.price,
      compareAtPrice: form.has(`compare-${variant.id}`) ? amount(`compare-${variant.id}`) : variant.compareAtPrice,
    })),
  }))
  for (const variant of product?.variants ?? []) {
    const stock = form.has(`stock-${variant.id}`) ? Math.trunc(Number(text(`stock-${variant.id}`))) || 0 : variant.inventoryQuantity
    if (stock !== variant.inventoryQuantity) await setStock(simulator, shop, variant.id, stock)
  }
}
