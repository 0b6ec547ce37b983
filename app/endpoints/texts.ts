import { Hono, type Context } from 'hono'
import { environment } from '../platform/env.server.ts'
import { isFromCarrier, takeTextAnswer, takeTextReport } from '../platform/messaging/text-reports.server.ts'

/** What the carrier says, if it is the carrier. It signs the address that it was given: the public one, whatever the proxy in front made of it. */
async function heard(c: Context): Promise<URLSearchParams | null> {
  const { pathname, search } = new URL(c.req.url)
  const form = new URLSearchParams(await c.req.text())
  const address = `${environment().SHOPIFY_APP_URL}${pathname}${search}`
  return isFromCarrier(address, form, c.req.header('x-twilio-signature')) ? form : null
}

/** What the carrier of text messages tells: of each what became of it, and what was answered. */
export const textRoutes = new Hono()
  .post('/status', async (c) => {
    const form = await heard(c)
    if (!form) return c.text('wrong signature', 401)
    await takeTextReport(c.req.query('shop') ?? '', c.req.query('key') ?? '', form)
    return c.body(null, 204)
  })
  // It answers STOP, START and HELP itself: whoever is asked must say nothing, or she gets two answers.
  .post('/incoming', async (c) => {
    const form = await heard(c)
    if (!form) return c.text('wrong signature', 401)
    await takeTextAnswer(form)
    return c.body('<Response/>', 200, { 'content-type': 'text/xml' })
  })
