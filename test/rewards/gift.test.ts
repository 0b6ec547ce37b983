import { expect, test } from 'vitest'
import { codeLink } from '#app/rewards/code-link.ts'
import { codeLetter, type CodeMail } from '#app/rewards/letter.ts'
import { LETTER_WORDS } from '#app/rewards/letter-words.ts'
import { LANGUAGES } from '#app/values/languages.ts'

const SHOP = 'aurora.myshopify.com'
const CODE = 'THANKS-7KQM'
const gift = { kind: 'gift', variantId: '91', title: 'Mug', worth: 900 } as const

test.each([
  ['a discount', { kind: 'percentage', percent: 10 } as const, `https://${SHOP}/discount/${CODE}`],
  ['a discount of terms that are gone', null, `https://${SHOP}/discount/${CODE}`],
  ['a gift', gift, `https://${SHOP}/discount/${CODE}?redirect=%2Fcart%2F91%3A1%3Fstorefront%3Dtrue`],
])('%s has its address', (_, value, link) => expect(codeLink(SHOP, CODE, value)).toBe(link))

const mail = (more: Partial<CodeMail> = {}): CodeMail => ({
  code: CODE,
  value: 'a gift (Mug)',
  until: '1 January',
  shop: 'Aurora',
  url: codeLink(SHOP, CODE, gift),
  conditions: [],
  gift: true,
  ...more,
})

test.each(LANGUAGES)('the mail with a gift says in %s how it comes into the cart, and a button does it', (language) => {
  for (const kind of ['reward', 'reward-reminder'] as const) {
    const { blocks } = codeLetter(kind)(mail(), language)
    expect(blocks).toContainEqual({ kind: 'text', text: LETTER_WORDS[language].giftHow })
    expect(blocks).toContainEqual({ kind: 'button', label: LETTER_WORDS[language].gift, url: mail().url })
  }
  const { blocks } = codeLetter('reward')(mail({ gift: false }), language)
  expect(JSON.stringify(blocks)).not.toContain(LETTER_WORDS[language].gift)
})
