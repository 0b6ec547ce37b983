import type { ActionFunctionArgs } from '@remix-run/node'
import { receiveFile } from '#app/reviews/import/receive.server.ts'
import { authenticate } from '#app/shopify.server.ts'

/** The file as the body, so that it can be read as it comes. */
export async function action({ request }: ActionFunctionArgs) {
  const { shop } = (await authenticate.admin(request)).session
  const { searchParams: asked } = new URL(request.url)
  const name = asked.get('name')?.slice(0, 200) || 'reviews.csv'
  const body = (request.body ?? new ReadableStream()) as unknown as AsyncIterable<Uint8Array>
  const received = await receiveFile(shop, name, body, asked.get('key'))
  return Response.json(received.ok ? { id: received.value } : { because: received.because, ...received.detail })
}
