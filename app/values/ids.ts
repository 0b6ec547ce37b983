/** Shopify's numeric id as text: it may exceed 2^53. */
export type ShopifyId = string

/** `gid://shopify/Order/123?x=y` -> `123`; throws when it is not a gid. */
export function idOf(gid: string): ShopifyId {
  const id = /^gid:\/\/shopify\/[A-Za-z]+\/(\d+)/.exec(gid)?.[1]
  if (!id) throw new Error(`Not a Shopify gid: ${gid}`)
  return id
}

export const gid = (type: string, id: ShopifyId): string => `gid://shopify/${type}/${id}`
