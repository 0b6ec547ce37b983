import { html } from '../storefront/html.ts'
import type { Html } from '../storefront/html.ts'
import { documentOf } from '../storefront/shell.ts'
import { at, badge, table } from '../admin-pages/shell.ts'
import { headerOf, type Box, type Mail } from './box.ts'

const frame = (title: string, content: Html): Html =>
  documentOf(
    `${title} · Mail`,
    'en',
    'admin',
    html`<body class="mailbox">
      <header class="top"><a class="brand" href="/">Mail and text messages</a></header>
      <main>${content}</main>
    </body>`,
  )

export const boxesPage = (boxes: readonly Box[]): Html =>
  frame(
    'Boxes',
    html`<h1>Boxes</h1>
      <p class="quiet">Every e-mail and text message that Encore sent. Nothing here leaves this computer.</p>
      <section class="card">
        ${table(
          ['To', 'Kind', 'Messages', 'Latest'],
          boxes.map(({ address, channel, count, latest }) => [
            html`<a href="/to/${encodeURIComponent(address)}">${address}</a>`,
            channel === 'sms' ? 'text message' : 'e-mail',
            count,
            at(new Date(latest).toISOString()),
          ]),
        )}
      </section>`,
  )

export const boxPage = (address: string, mails: readonly Mail[]): Html =>
  frame(
    address,
    html`<h1>${address}</h1>
      <section class="card">
        ${table(
          ['Subject', 'From', 'Arrived'],
          mails.map((mail) => [html`<a href="/mail/${mail.id}"><bdi>${mail.subject}</bdi></a>`, mail.from, at(mail.at)]),
        )}
      </section>`,
  )

const GMAIL_CUTS_AT = 102 * 1024

export const mailPage = (mail: Mail, said: string | null): Html =>
  frame(
    mail.subject,
    html`<p><a href="/to/${encodeURIComponent(mail.to)}">${mail.to}</a></p>
      <h1>${mail.channel === 'sms' ? 'Text message' : html`<bdi>${mail.subject}</bdi>`}</h1>
      <p class="quiet">
        From ${mail.from} · ${at(mail.at)} · ${(mail.bytes / 1024).toFixed(1)} KB
        ${mail.bytes > GMAIL_CUTS_AT ? badge('Gmail would cut it off', 'bad') : null}
      </p>
      ${said ? html`<p role="status">${badge(said, said.includes('200') ? 'good' : 'bad')}</p>` : null}
      ${headerOf(mail, 'list-unsubscribe') ? html`<form method="post" action="/mail/${mail.id}/unsubscribe"><button>Unsubscribe (one click)</button></form>` : null}
      ${
        mail.channel === 'sms'
          ? html`<p class="text-message" dir="auto">${mail.text}</p>
              <form method="post" action="/mail/${mail.id}/stop"><button>Answer STOP</button></form>
              <form method="post" action="/mail/${mail.id}/help"><button>Answer HELP</button></form>
              ${
                mail.statusUrl
                  ? html`<form method="post" action="/mail/${mail.id}/lose">
                      <button name="code" value="30003">Not delivered: switched off (30003)</button>
                      <button name="code" value="30005">Not delivered: no such number (30005)</button>
                    </form>`
                  : null
              }`
          : null
      }
      ${mail.html ? html`<iframe class="mail" title="The mail" src="/mail/${mail.id}/body"></iframe>` : null}
      ${
        mail.text && mail.channel === 'email'
          ? html`<details ${mail.html ? null : html` open`}>
              <summary>As plain text</summary>
              <pre dir="auto">${mail.text}</pre>
            </details>`
          : null
      }
      ${
        mail.headers.length > 0
          ? html`<details>
              <summary>Headers</summary>
              ${table(
                ['Name', 'Value'],
                mail.headers.map(({ name, value }) => [name, html`<code>${value}</code>`]),
              )}
            </details>`
          : null
      }`,
  )
