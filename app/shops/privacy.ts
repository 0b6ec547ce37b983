import { z } from 'zod'
import type { Person } from '../values/person.ts'

const Id = z.union([z.string(), z.number()]).transform(String)

const CustomerRequest = z.object({
  customer: z.object({ id: Id, email: z.string().nullish() }),
  orders_requested: z.array(Id).optional(),
  orders_to_redact: z.array(Id).optional(),
})

/** Who a privacy request is about, in Shopify's words (contracts: compliance topics). */
export function readCustomerRequest(shop: string, body: unknown): Person {
  const request = CustomerRequest.parse(body)
  const { id, email } = request.customer
  return { shop, customerId: id, email: email?.toLowerCase() || null, orderIds: request.orders_requested ?? request.orders_to_redact ?? [] }
}
