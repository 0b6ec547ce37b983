import { useAppBridge } from '@shopify/app-bridge-react'
import { idOf } from '#app/values/ids.ts'

export interface Picked {
  id: string
  productId: string
  title: string
  imageUrl: string | null
}
export type Pickable = 'product' | 'variant' | 'collection'

const GID: Record<Pickable, string> = { product: 'Product', variant: 'ProductVariant', collection: 'Collection' }

/** Shopify's own picker, opened over the admin. Nothing chosen (closed or cancelled) is null. */
export function useResourcePicker() {
  const shopify = useAppBridge()
  return async (type: Pickable, chosen: readonly string[], limit: number): Promise<Picked[] | null> => {
    const selectionIds = chosen.map((id) => ({ id: `gid://shopify/${GID[type]}/${id}` }))
    const options = { multiple: limit, action: 'select', selectionIds } as const
    if (type === 'product')
      return (await shopify.resourcePicker({ ...options, type, filter: { variants: false } }))?.map(productPicked) ?? null
    if (type === 'variant') return (await shopify.resourcePicker({ ...options, type }))?.map(variantPicked) ?? null
    return (await shopify.resourcePicker({ ...options, type }))?.map(collectionPicked) ?? null
  }
}

type Image = { originalSrc?: string } | null | undefined
const urlOf = (image: Image) => image?.originalSrc ?? null

const productPicked = (product: { id: string; title: string; images?: Image[] }): Picked => {
  const id = idOf(product.id)
  return { id, productId: id, title: product.title, imageUrl: urlOf(product.images?.[0]) }
}

const collectionPicked = ({ id, title, image }: { id: string; title: string; image?: Image }): Picked => ({
  id: idOf(id),
  productId: '',
  title,
  imageUrl: urlOf(image),
})

interface PickedVariant {
  id: string
  title: string
  displayName?: string
  image?: Image
  product: { id?: string; title?: string; images?: Image[] }
}

function variantPicked({ id, title, displayName, image, product }: PickedVariant): Picked {
  if (!product.id) throw new Error('The resource picker gave a variant without its product.')
  const plain = title === 'Default Title' ? product.title : undefined
  return {
    id: idOf(id),
    productId: idOf(product.id),
    title: plain ?? displayName ?? title,
    imageUrl: urlOf(image) ?? urlOf(product.images?.[0]),
  }
}
