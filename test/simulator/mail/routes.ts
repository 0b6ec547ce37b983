import type { Answer, Part, Visit } from '../routes.ts'
import { html, respond, seeOther } from '../storefront/html.ts'
import { boxes, headerOf, mailOf, mailsTo } from './box.ts'
import { inside } from './text-status.ts'
import { boxPage, boxesPage, mailPage } from './pages.ts'

const found = (visit: Visit) => mailOf(visit.simulator, Number(visit.params['id']) || 0)
const missing = () => respond(html`<p>There is no such mail.</p>`, 404)

const show: Answer = async (visit) => {
  const mail = await found(visit)
  return mail ? respond(mailPage(mail, visit.url.searchParams.get('said'))) : missing()
}

/** The mail itself, for the frame: no script of it runs, and it cannot reach the page around it. */
const body: Answer = async (visit) => {
  const mail = await found(visit)
  if (!mail?.html) return missing()
  const policy = "default-src 'none'; img-src http: https: data:; style-src 'unsafe-inline'; font-src http: https:"
  return new Response(mail.html, {
    headers: {
      'content-type': 'text/html; charset=utf-8',
      'content-security-policy': `${policy}; sandbox allow-popups allow-popups-to-escape-sandbox`,
    },
  })
}

/** What a mail program's own "Unsubscribe" does: RFC 8058, a POST without cookies and without a page. */
const unsubscribe: Answer = async (visit) => {
  const mail = await found(visit)
  if (!mail) return missing()
  const [, url] = /<(https?:[^>]+)>/.exec(headerOf(mail, 'list-unsubscribe') ?? '') ?? []
  if (headerOf(mail, 'list-unsubscribe-post') !== 'List-Unsubscribe=One-Click' || !url) return back(mail.id, 'no one-click unsubscribe')
  const answer = await fetch(inside(visit.simulator, url), {
    method: 'POST',
    redirect: 'manual',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    body: 'List-Unsubscribe=One-Click',
  })
  return back(mail.id, `the sender answered ${answer.status}`)
}

const back = (id: number, said: string) => seeOther(`/mail/${id}?${new URLSearchParams({ said })}`)

/** mail.localhost: whatever the app sent, as the shopper sees it; and a JSON door for tests. */
export const mail: Part = (routes) => {
  routes.route('mail', 'GET', '/', async ({ simulator }) => respond(boxesPage(await boxes(simulator))))
  routes.route('mail', 'GET', '/to/:address', async ({ simulator, params }) => {
    const address = params['address'] ?? ''
    return respond(boxPage(address, await mailsTo(simulator, address)))
  })
  routes.route('mail', 'GET', '/mail/:id', show)
  routes.route('mail', 'GET', '/mail/:id/body', body)
  routes.route('mail', 'POST', '/mail/:id/unsubscribe', unsubscribe)
  routes.route('any', 'GET', '/__simulator/mail', async ({ simulator, url }) =>
    Response.json(await mailsTo(simulator, url.searchParams.get('to'), Number(url.searchParams.get('limit') ?? 100))),
  )
}
