/** Titles of what rules and steps name, by Shopify id; an id that is missing was deleted in the shop. */
export interface Names {
  products: Record<string, Named>
  variants: Record<string, Named & { productId: string }>
  collections: Record<string, Named>
  offers: Record<string, Named>
}
export interface Named {
  title: string
  imageUrl: string | null
}
export interface Words {
  names: Names
  currency: string
}

const DELETED = 'something no longer in the shop'

export const either = (ids: readonly string[], names: Readonly<Record<string, Named>>): string =>
  list(ids.map((id) => names[id]?.title ?? DELETED))

/** Names that hold a comma themselves are kept apart by semicolons. */
export function list(words: readonly string[], joint = 'or'): string {
  if (words.length === 0) return '…'
  const comma = words.length > 2 && words.some((word) => word.includes(',')) ? '; ' : ', '
  if (words.length > 4) return `${words.slice(0, 3).join(comma)} ${joint} ${words.length - 3} others`
  return words.length === 1 ? `${words[0]}` : `${words.slice(0, -1).join(comma)} ${joint} ${words.at(-1)}`
}
