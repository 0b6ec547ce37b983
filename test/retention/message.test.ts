import { expect, test } from 'vitest'
import { MOST_BYTES, renderLetter } from '#app/platform/messaging/frame.server.ts'
import { faultIn } from '#app/retention/lint.ts'
import { followUpLetter, type FollowUpContent } from '#app/retention/message.ts'
import { openingPage } from '#app/retention/opening-page.ts'
import { OPENING_WORDS } from '#app/retention/opening-words.ts'
import { isRightToLeft, LANGUAGES, type Language } from '#app/values/languages.ts'
import { Look } from '#app/values/manners.ts'

const item = (more: object = {}) => ({
  productId: '1',
  variantId: '11',
  quantity: 1,
  title: 'Case “Graphite”',
  imageUrl: 'https://cdn.shopify.com/case.jpg',
  price: 1_800,
  was: 2_000,
  praise: [],
  ...more,
})
const content = ({ offered, ...more }: Partial<Omit<FollowUpContent, 'offered'>> & { offered?: object } = {}): FollowUpContent => ({
  automation: 'bounce-back',
  shopName: 'Aurora & Söhne',
  firstName: 'Mia <b>',
  order: '#1001',
  timeZone: 'Europe/Berlin',
  offered: {
    items: [item()],
    take: 'one',
    percent: 10,
    currency: 'EUR',
    placementId: null,
    offerId: null,
    stepId: null,
    together: true,
    goesWith: [],
    headline: '',
    body: '',
    ...offered,
  },
  link: 'https://aurora.myshopify.com/apps/reviews/offer?t=b1001.abcdefghijklmnopqrstuv',
  until: '2026-11-09T22:30:00.000Z',
  own: null,
  ...more,
})
const mailOf = (more: Parameters<typeof content>[0], language: Language) =>
  renderLetter(followUpLetter(content(more), language), {
    language,
    shopName: 'Aurora & Söhne',
    look: Look.parse({ postalAddress: 'Torstraße 1, Berlin' }),
    unsubscribeUrl: 'https://encore.test/mail/unsubscribe/x',
  })

test.each(LANGUAGES)('%s: whole, in its direction, with nothing left to fill in', async (language) => {
  for (const automation of ['missed-offer', 'bounce-back'] as const) {
    const { subject, html, text } = await mailOf({ automation }, language)
    expect(html).toContain(`<html dir="${isRightToLeft(language) ? 'rtl' : 'ltr'}" lang="${language}"`)
    expect(`${subject}${html.replaceAll(/<style[^]*?<\/style>/g, '')}${text}`).not.toMatch(/\{\w+\}/)
    expect(html).toContain('Mia &lt;b&gt;')
    expect(html).toContain('Torstraße 1, Berlin')
    expect(text).toContain('https://encore.test/mail/unsubscribe/x')
    expect(text).toContain('#1001')
  }
})

test('the price before and after, when it ends on the shop’s clock, and that it ships along', async () => {
  const { text: written, html } = await mailOf({}, 'de')
  const text = written.replaceAll('\u00a0', ' ')
  expect(text).toContain('18,00 € (20,00 €)')
  expect(text).toContain('10 % Rabatt bis 9. November 2026.')
  expect(text).toContain('Es wird mit Ihrer Bestellung #1001 verschickt')
  expect(html).toContain('<s class="soft"')
})

test('where the prices cannot be told in her currency, only the checkout tells them', async () => {
  const { html, text } = await mailOf({ offered: { currency: null } }, 'en')
  expect(`${html}${text}`).not.toMatch(/€|18\.00/)
  expect(text).toContain('10% off')
})

test('she reads her own currency, and what other buyers say', async () => {
  const { html, text } = await mailOf({ offered: { currency: 'GBP', items: [item({ praise: ['4.5 of 5', '“Fits <well>.” Ann'] })] } }, 'en')
  expect(text).toContain('£18.00 (£20.00)\n4.5 of 5\n“Fits <well>.” Ann')
  expect(html).toContain('“Fits &lt;well&gt;.” Ann')
})

test('of several things each has a link of its own; a bundle has one', async () => {
  const items = [item(), item({ productId: '2', variantId: '21', title: 'Strap' })]
  const links = (html: string) => new Set([...html.matchAll(/href="([^"]*offer[^"]*)"/g)].map(([, href]) => href?.split('&amp;')[1] ?? ''))
  expect(links((await mailOf({ offered: { items } }, 'en')).html)).toEqual(new Set(['item=0', 'item=1']))
  expect(links((await mailOf({ offered: { items, take: 'all' } }, 'en')).html)).toEqual(new Set(['']))
})

test.each([
  ['one', '€2.00 off, until'],
  ['all', '€5.00 off, until'],
] as const)('an amount off is promised of what she takes: %s', async (take, told) => {
  const items = [item(), item({ productId: '2', variantId: '21', was: 3_000, price: 2_700 })]
  expect((await mailOf({ offered: { items, take, percent: 0 } }, 'en')).text).toContain(told)
})

test('no word makes a mail wider than a phone', async () => {
  expect((await mailOf({}, 'de')).html).toMatch(/<body[^>]*>[^]*?overflow-wrap:anywhere/)
})

test('a name of two hundred letters leaves room for the rest of the subject', async () => {
  const items = [item({ title: 'Genuine leather case '.repeat(10) })]
  expect((await mailOf({ automation: 'missed-offer', offered: { items } }, 'en')).subject).toMatch(/^Genuine .{20,52}… .*#1001/)
})

test('pictures are the shop’s own: nothing tells that it was opened', async () => {
  const { html } = await mailOf({}, 'en')
  expect([...html.matchAll(/src="([^"]+)"/g)].map(([, src]) => src)).toEqual(['https://cdn.shopify.com/case.jpg'])
})

test('with the longest names it stays below what Gmail cuts off', async () => {
  const items = Array.from({ length: 10 }, () =>
    item({ title: 'Ж'.repeat(255), imageUrl: `https://cdn.shopify.com/${'x'.repeat(900)}.jpg` }),
  )
  const own = { subject: 'Ж'.repeat(150), intro: 'Ж'.repeat(1_500), text: '' }
  const { html } = await mailOf({ own, offered: { items, headline: 'Ж'.repeat(120), body: 'Ж'.repeat(600) } }, 'ru')
  expect(Buffer.byteLength(html)).toBeLessThan(MOST_BYTES)
})

test('as a text message it names the shop, leads to the offer, and says how to stop', () => {
  const { short = '' } = followUpLetter(content(), 'en')
  expect(short).toMatch(/^Aurora & Söhne: .*https:\/\/aurora\.myshopify\.com\S+ No more: reply STOP$/)
  expect(short.length).toBeLessThan(320)
})

const textOf = (text: string, language: Language = 'en') =>
  followUpLetter(content({ own: { subject: 'Mail only', intro: '', text } }), language).short ?? ''
test.each([
  [
    'with your words in it',
    'Something for your {product}',
    /^Aurora & Söhne: Something for your Case “Graphite” 10% off, until .* https:\S+ No more: reply STOP$/,
  ],
  ['with the name where you put it', 'Hello from {shop}', /^Hello from Aurora & Söhne 10% off.* https:\S+ No more: reply STOP$/],
  ['with the link where you put it', 'See {link} soon', /^Aurora & Söhne: See https:\S+ soon 10% off.*along\. No more: reply STOP$/],
  ['without a subject that is for mails', '', /^Aurora & Söhne: What goes with your first order at Aurora & Söhne\. 10% off/],
] as const)('a text message %s says who sends it, what it gives, and how to stop', (_, text, said) => expect(textOf(text)).toMatch(said))

test.each(LANGUAGES)('%s: a text message of your own words is whole as well', (language) => {
  const said = textOf('{name}, {order}', language)
  expect(said).not.toMatch(/\{\w+\}/)
  expect([said.includes('STOP'), said.includes('https://'), said.startsWith('Aurora & Söhne: ')]).toEqual([true, true, true])
})

test.each([
  ['a placeholder that nothing fills', 'Hello {firstname}', 'subject', 'placeholder'],
  ['one that is filled', 'For you, {name}', 'subject', null],
  ['a subject that poses as an answer', 'Re: your order', 'subject', 'reply'],
  ['the same word in the text', 'Re: your order', 'intro', null],
  ['five stars', 'Give us 5 stars and save', 'intro', 'leading'],
  ['haste', 'Last chance!', 'subject', 'pressing'],
  ['haste in a text message', 'Hurry!', 'text', 'pressing'],
  ['a link in a text message', 'Here: {link}', 'text', null],
  ['a link in a mail, which has a button', 'Here: {link}', 'intro', 'placeholder'],
  ['an honest subject', 'A case for your phone', 'subject', null],
] as const)('words of the merchant’s: %s', (_, text, field, because) => expect(faultIn(text, field)?.because ?? null).toBe(because))

test.each(LANGUAGES)('%s: the page behind the link says what it must', async (language) => {
  const words = OPENING_WORDS[language]
  const shop = { label: 'Aurora', url: 'https://aurora.myshopify.com/' }
  const page = String(
    await openingPage({
      language,
      title: words.title,
      text: words.separately,
      action: { label: words.goOn, query: 't=x&on=1', atOnce: true },
      to: null,
      shop,
      color: '#0b6b4f',
      ink: '#ffffff',
    }),
  )
  expect(page).toContain(`dir="${isRightToLeft(language) ? 'rtl' : 'ltr'}"`)
  expect(words.separately).toContain('{order}')
  expect(words.title).toContain('{shop}')
})
