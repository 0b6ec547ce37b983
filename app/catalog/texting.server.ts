import { document } from '../platform/shopify/document.ts'
import { adminFor } from '../platform/shopify/admin.server.ts'
import { gid } from '../values/ids.ts'
import type { ShopifyId } from '../values/ids.ts'

interface Texting {
  defaultPhoneNumber: { phoneNumber: string; marketingState: string } | null
}

export const READ_NUMBER = document<{ customer: Texting | null }, { id: string }>(
  `query ReadNumber($id: ID!) { customer(id: $id) { defaultPhoneNumber { phoneNumber marketingState } } }`,
)

/** Her number, if she agreed to marketing by text message; asked of Shopify when it is needed, and kept only with what was sent to it. */
export async function readNumber(shop: string, customerId: ShopifyId): Promise<string | null> {
  const { customer } = await adminFor(shop).query(READ_NUMBER, { id: gid('Customer', customerId) })
  const known = customer?.defaultPhoneNumber
  return known?.marketingState === 'SUBSCRIBED' ? known.phoneNumber : null
}
