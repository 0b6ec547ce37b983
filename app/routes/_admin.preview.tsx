import type { ActionFunctionArgs } from '@remix-run/node'
import { readJson } from '#app/platform/json.server.ts'
import { authenticate } from '#app/shopify.server.ts'
import { PreviewRequest } from '#app/surfaces/preview/preview.ts'
import { previewOffer } from '#app/surfaces/preview/preview.server.ts'

/** What the editor's preview asks while an offer is being written. */
export async function action({ request }: ActionFunctionArgs) {
  const { shop } = (await authenticate.admin(request)).session
  return Response.json(await previewOffer(shop, await readJson(request, PreviewRequest)))
}
