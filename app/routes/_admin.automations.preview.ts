import { data, type ActionFunctionArgs } from '@remix-run/node'
import { readJson } from '#app/platform/json.server.ts'
import { previewAutomation } from '#app/retention/admin.server.ts'
import { PreviewAsked } from '#app/retention/retention-form.ts'
import { authenticate } from '#app/shopify.server.ts'

/** The mail as it would leave, for the page that changes it. */
export async function action({ request }: ActionFunctionArgs) {
  const { session } = await authenticate.admin(request)
  const { kind, form, language } = await readJson(request, PreviewAsked)
  return data(await previewAutomation(session.shop, kind, form, language))
}
