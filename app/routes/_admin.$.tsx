import { data, type LoaderFunctionArgs } from '@remix-run/node'
import { authenticate } from '#app/shopify.server.ts'

export async function loader({ request }: LoaderFunctionArgs) {
  await authenticate.admin(request)
  throw data({ error: 'There is no such page.' }, { status: 404 })
}

export default () => null
