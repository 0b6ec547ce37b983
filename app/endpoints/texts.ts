import { Hono } from 'hono'
import { environment } from '../platform/env.server.ts'
import { isFromCarrier, takeTextReport } from '../platform/messaging/text-reports.server.ts'

/** What the carrier of text messages tells of each. Answers to them (STOP, HELP) are its own affair. */
export const textRoutes = new Hono().post('/status', async (c) => {
  const { pathname, search, searchParams } = new URL(c.req.url)
  const form = new URLSearchParams(await c.req.text())
  // It signs the address that it was given: the public one, whatever the proxy in front made of it.
  if (!isFromCarrier(`${environment().SHOPIFY_APP_URL}${pathname}${search}`, form, c.req.header('x-twilio-signature')))
    return c.text('wrong signature', 401)
  await takeTextReport(searchParams.get('shop') ?? '', searchParams.get('key') ?? '', form)
  return c.body(null, 204)
})
