import type { LoaderFunctionArgs } from '@remix-run/node'
import { readPlansOfCollection, readSellingPlans } from '#app/catalog/mirror/selling-plans.server.ts'
import { authenticate } from '#app/shopify.server.ts'

const ID = /^\d{1,20}$/

/** The plans by which all of these products, or those of a collection, are sold. */
export async function loader({ request }: LoaderFunctionArgs) {
  const { shop } = (await authenticate.admin(request)).session
  const asked = new URL(request.url).searchParams
  const collection = asked.get('collection') ?? ''
  if (ID.test(collection)) return Response.json({ plans: await readPlansOfCollection(shop, collection) })
  const products = (asked.get('products') ?? '').split(',').filter((id) => ID.test(id))
  return Response.json({ plans: await readSellingPlans(shop, products) })
}
