import { Hono } from 'hono'
import { html } from 'hono/html'
import { mayReport, Reports, takeReports } from '../platform/messaging/reports.server.ts'
import { UNSUBSCRIBE_WORDS } from '../platform/messaging/unsubscribe-words.ts'
import { readUnsubscriber, unsubscribe } from '../platform/messaging/unsubscribe.server.ts'
import { isRightToLeft, languageOf } from '../values/languages.ts'

const HEADERS = { 'cache-control': 'no-store', 'referrer-policy': 'no-referrer', 'x-robots-tag': 'noindex' }

const page = (language: string, title: string, content: unknown) =>
  html`<!doctype html>
    <html lang="${language}" dir="${isRightToLeft(languageOf(language)) ? 'rtl' : 'ltr'}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <title>${title}</title>
        <style>
          body {
            font:
              1rem/1.5 system-ui,
              sans-serif;
            max-width: 32rem;
            margin: 15vh auto 0;
            padding: 0 1.25rem;
            overflow-wrap: anywhere;
          }
          button {
            font: inherit;
            font-weight: 600;
            padding: 0.6rem 1.5rem;
            border-radius: 0.4rem;
            border: 1px solid;
            cursor: pointer;
          }
        </style>
      </head>
      <body>
        <main>
          <h1>${title}</h1>
          ${content}
        </main>
      </body>
    </html>`

/** Links in mails, and what the carrier tells of them. */
export const mailRoutes = new Hono()
  // A scanner follows every link of a mail: to look at this page changes nothing.
  .get('/unsubscribe/:token', async (c) => {
    const known = await readUnsubscriber(c.req.param('token'))
    const language = languageOf(known?.language ?? c.req.header('accept-language') ?? 'en')
    const words = UNSUBSCRIBE_WORDS[language]
    if (!known) return c.html(page(language, words.title, html`<p>${words.unknown}</p>`), 404, HEADERS)
    const form = html`<p>${words.ask(known.shopName)}</p>
      <form method="post"><button>${words.button}</button></form>`
    return c.html(page(language, words.title, form), 200, HEADERS)
  })
  // RFC 8058: no cookie, no confirmation, no redirect. The page's own button comes here too.
  .post('/unsubscribe/:token', async (c) => {
    const known = await readUnsubscriber(c.req.param('token'))
    if (!known) return c.text('Not found', 404)
    await unsubscribe(known)
    const language = languageOf(known.language)
    const words = UNSUBSCRIBE_WORDS[language]
    return c.html(page(language, words.title, html`<p role="status">${words.done(known.shopName)}</p>`), 200, HEADERS)
  })
  .post('/reports', async (c) => {
    const allowed = mayReport(c.req.header('authorization'))
    if (!allowed) return c.json({ error: allowed === null ? 'MAIL_REPORT_TOKEN is not set' : 'wrong token' }, allowed === null ? 404 : 401)
    const parsed = Reports.safeParse(await c.req.json().catch(() => null))
    if (!parsed.success) return c.json({ error: parsed.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`) }, 400)
    return c.json({ known: await takeReports(parsed.data.reports) })
  })
