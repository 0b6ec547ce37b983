import { data, type ActionFunctionArgs } from '@remix-run/node'
import { readJson } from '#app/platform/json.server.ts'
import { previewRequest } from '#app/reviews/asking/admin.server.ts'
import { PreviewOf } from '#app/reviews/asking/asking-form.ts'
import { authenticate } from '#app/shopify.server.ts'

/** The mail as it would leave, for the page that changes it. */
export async function action({ request }: ActionFunctionArgs) {
  const { session } = await authenticate.admin(request)
  const { form, language } = await readJson(request, PreviewOf)
  const { subject, html, short } = await previewRequest(session.shop, form, language)
  return data({ subject, html, short })
}
