import type { ActionFunctionArgs } from '@remix-run/node'
import { receiveFile } from '#app/reviews/import/receive.server.ts'
import { authenticate } from '#app/shopify.server.ts'

/** The file as the body, so that it can be read as it comes. */
export async function action({ request }: ActionFunctionArgs) {
  const { shop } = (await authenticate.admin(request)).session
  const name = new URL(request.url).searchParams.get('name')?.slice(0, 200) || 'reviews.csv'
  const received = await receiveFile(shop, name, (request.body ?? new ReadableStream()) as unknown as AsyncIterable<Uint8Array>)
  return Response.json(received.ok ? { id: received.value } : { because: received.because })
}
