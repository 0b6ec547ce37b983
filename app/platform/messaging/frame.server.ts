import { createElement as h } from 'react'
import type { ReactElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { isRightToLeft } from '../../values/languages.ts'
import type { Language } from '../../values/languages.ts'
import type { Letter } from '../../values/letter.ts'
import { painters } from './blocks.ts'
import { FOOTERS } from './footer-words.ts'
import type { Look } from '../../values/manners.ts'
import { plainText } from './plain-text.ts'

export interface Rendered {
  subject: string
  html: string
  text: string
}

export interface Framing {
  language: Language
  shopName: string
  look: Look
  unsubscribeUrl: string
}

/** Gmail cuts off what is larger, and with it the link to unsubscribe. */
export const MOST_BYTES = 102 * 1024

// Nobody but who sends mails should wait for the templates, or hold them in memory.
const components = () => import('@react-email/components')

/** The whole mail as HTML and as text. It loads nothing but the shop's own pictures: no pixel tells that it was opened. */
export async function renderLetter(letter: Letter, framing: Framing): Promise<Rendered> {
  const mail = await components()
  const { language, look, shopName } = framing
  const paint = painters(mail, look.color)
  const direction = isRightToLeft(language) ? 'rtl' : 'ltr'
  const head = look.logoUrl
    ? h(mail.Img, { src: look.logoUrl, alt: shopName, height: 40, style: { margin: '0 auto', maxWidth: '240px' } })
    : h(mail.Text, { style: { fontSize: '18px', fontWeight: 700, margin: 0, textAlign: 'center' } }, shopName)
  const body = h(
    mail.Body,
    { dir: direction, style: { backgroundColor: '#f4f4f4', margin: 0, padding: '16px 8px', fontFamily: FONTS, ...BREAKING } },
    h(mail.Preview, null, letter.preview),
    h(
      mail.Container,
      {
        dir: direction,
        className: 'card',
        style: { backgroundColor: '#ffffff', maxWidth: '560px', padding: '24px', borderRadius: '8px', color: '#1f1f1f' },
      },
      h(mail.Section, { style: { paddingBottom: '16px' } }, head),
      ...letter.blocks.map((block, index) => h('div', { key: index }, paint(block))),
    ),
    footer(mail, framing, direction),
  )
  const page = h(mail.Html, { lang: language, dir: direction }, h(mail.Head, null, metas()), body)
  return { subject: letter.subject, html: `<!doctype html>${renderToStaticMarkup(page)}`, text: plainText(letter, framing) }
}

/** A name without a space must not make the mail wider than a phone. Outlook knows the older word for it. */
const BREAKING = { overflowWrap: 'anywhere', wordBreak: 'break-word' } as const

const FONTS = "-apple-system, 'Segoe UI', Roboto, 'Noto Sans', 'Noto Sans Arabic', 'Noto Sans Hebrew', Arial, sans-serif"

// A mail program that knows dark mode takes our colours; one that does not inverts ours, which are all plain.
const DARK = `:root{color-scheme:light dark;supported-color-schemes:light dark}
@media (prefers-color-scheme:dark){body,.page{background-color:#161616!important}.card{background-color:#242424!important;color:#f1f1f1!important}
.card p,.card h1,.card h2,.card a.plain{color:#f1f1f1!important}.soft{color:#b5b5b5!important}.box{background-color:#333333!important;border-color:#555555!important}}
@media (max-width:480px){.card{padding:16px!important}}`

const metas = (): ReactElement[] => [
  h('meta', { key: 'viewport', name: 'viewport', content: 'width=device-width, initial-scale=1' }),
  h('meta', { key: 'scheme', name: 'color-scheme', content: 'light dark' }),
  h('style', { key: 'style', dangerouslySetInnerHTML: { __html: DARK } }),
]

function footer(
  mail: Awaited<ReturnType<typeof components>>,
  { language, look, shopName, unsubscribeUrl }: Framing,
  dir: string,
): ReactElement {
  const words = FOOTERS[language]
  const small = { color: '#6b6b6b', fontSize: '12px', lineHeight: '18px', margin: '0 0 4px', textAlign: 'center' as const }
  return h(
    mail.Container,
    { dir, style: { maxWidth: '560px', padding: '16px 24px' } },
    h(mail.Text, { className: 'soft', style: small }, words.why(shopName)),
    look.postalAddress ? h(mail.Text, { className: 'soft', style: small }, [shopName, look.postalAddress].join(' · ')) : null,
    h(
      mail.Text,
      { className: 'soft', style: small },
      h(
        mail.Link,
        { href: unsubscribeUrl, className: 'soft', style: { color: '#6b6b6b', textDecoration: 'underline' } },
        words.unsubscribe,
      ),
    ),
  )
}
