import { expect, test } from 'vitest'
import { MOST_BYTES, renderLetter } from '#app/platform/messaging/frame.server.ts'
import { requestLetter, type RequestContent } from '#app/reviews/asking/letter.ts'
import { isRightToLeft, LANGUAGES } from '#app/values/languages.ts'
import { Look } from '#app/values/manners.ts'

const content = (more: Partial<RequestContent> = {}): RequestContent => ({
  shopName: 'Aurora & Söhne',
  firstName: 'Mia <b>',
  products: [{ id: '1', title: 'Lumen 9 “Graphite”', imageUrl: 'https://cdn.shopify.com/phone.jpg' }],
  link: `https://aurora.myshopify.com/apps/reviews/write?t=${'t'.repeat(40)}`,
  reminder: false,
  lines: ['10% off for any honest review, positive or negative'],
  conditions: ['The code is valid for 30 days.'],
  own: null,
  ...more,
})
const mailOf = (more: Partial<RequestContent>, language: (typeof LANGUAGES)[number], look: object = {}) =>
  renderLetter(requestLetter(content(more), language), {
    language,
    shopName: 'Aurora & Söhne',
    look: Look.parse({ postalAddress: 'Torstraße 1, Berlin', ...look }),
    unsubscribeUrl: 'https://encore.test/mail/unsubscribe/x',
  })

test.each(LANGUAGES)('%s: whole, in its direction, with nothing left to fill in', async (language) => {
  const { subject, html, text } = await mailOf({}, language)
  expect(html).toContain(`<html dir="${isRightToLeft(language) ? 'rtl' : 'ltr'}" lang="${language}"`)
  expect(`${subject}${html.replaceAll(/<style[^]*?<\/style>/g, '')}${text}`).not.toMatch(/\{\w+\}/)
  expect(html).toContain('Mia &lt;b&gt;')
  expect(text).toContain('https://encore.test/mail/unsubscribe/x')
  expect(html).toContain('Torstraße 1, Berlin')
})

test('an order of a hundred things stays below what Gmail cuts off', async () => {
  const products = Array.from({ length: 100 }, (_, id) => ({
    id: String(id),
    title: 'Ж'.repeat(200),
    imageUrl: `https://cdn.shopify.com/${'x'.repeat(200)}.jpg`,
  }))
  const { html } = await mailOf({ products }, 'ru')
  expect(Buffer.byteLength(html)).toBeLessThan(MOST_BYTES)
})

test('nothing tells the sender that it was opened: its pictures are the products’ and the logo', async () => {
  const { html } = await mailOf({}, 'en', { logoUrl: 'https://cdn.shopify.com/logo.png' })
  const pictures = [...html.matchAll(/src="([^"]+)"/g)].map(([, src]) => src)
  expect(pictures).toEqual(['https://cdn.shopify.com/logo.png', 'https://cdn.shopify.com/phone.jpg'])
})

test('the text on a button can be read on any colour', async () => {
  expect((await mailOf({}, 'en', { color: '#ffee00' })).html).toMatch(/background-color:#ffee00;color:#000000/)
  expect((await mailOf({}, 'en', { color: '#113355' })).html).toMatch(/background-color:#113355;color:#ffffff/)
})

test('the merchant’s own words are used, and filled in', async () => {
  const own = { subject: 'About your {product}, {name}', intro: 'Tell {shop} what you think.', reminder: '' }
  const { subject, text } = await mailOf({ own, firstName: 'Mia' }, 'en')
  expect(subject).toBe('About your Lumen 9 “Graphite”, Mia')
  expect(text).toContain('Tell Aurora & Söhne what you think.')
})
