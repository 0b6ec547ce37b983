import type { Value } from './program.ts'

/**
 * Where a code is entered by itself: Shopify remembers it for the checkout of whoever comes by this address. A gift is nothing until it lies
 * in the cart, so its address goes on by a cart permalink that leads to the cart, where something may lie already.
 */
export function codeLink(shop: string, code: string, value: Value | null): string {
  const entered = `https://${shop}/discount/${encodeURIComponent(code)}`
  if (value?.kind !== 'gift') return entered
  return `${entered}?${new URLSearchParams({ redirect: `/cart/${value.variantId}:1?storefront=true` })}`
}
