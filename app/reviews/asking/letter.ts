import { z } from 'zod'
import type { Language } from '../../values/languages.ts'
import type { Block, Letter } from '../../values/letter.ts'
import { MOST_NAME, shorten } from '../../values/short.ts'
import { REQUEST_WORDS } from './request-words.ts'
import { TEXT_WORDS, type TextWords } from './text-words.ts'
import { OwnWords } from './settings.ts'

/** Everything that one request says, as it was when it was written down. */
export const RequestContent = z.object({
  shopName: z.string(),
  firstName: z.string().nullable(),
  products: z.array(z.object({ id: z.string(), title: z.string(), imageUrl: z.string().nullable() })),
  link: z.string(),
  reminder: z.boolean(),
  /** No further one follows. */
  last: z.boolean().default(true),
  /** What the reward program promises, and on what conditions. */
  lines: z.array(z.string()),
  conditions: z.array(z.string()),
  own: OwnWords.nullable(),
})
export type RequestContent = z.input<typeof RequestContent>

const STARS = [1, 2, 3, 4, 5] as const
// Gmail cuts a mail off above 102 KB.
const MOST_PRODUCTS = 24

const fill = (text: string, values: Readonly<Record<string, string>>): string =>
  text.replace(/\{(\w+)\}/g, (placeholder, name: string) => values[name] ?? placeholder)

/** One mail for the whole order: each product can be rated in it, and each star leads to the same form. */
export function requestLetter(content: unknown, language: Language): Letter {
  const { shopName: shop, firstName, products, link, reminder, last, lines, conditions, own } = RequestContent.parse(content)
  const words = REQUEST_WORDS[language]
  const values = { shop, name: firstName ?? '', product: shorten(products[0]?.title ?? '', MOST_NAME) }
  const say = (text: string) => fill(text, values)
  const subject = reminder
    ? own?.reminder || words.reminder
    : own?.subject || (products.length === 1 ? words.subject : words.subjectOfSeveral)
  const intro = say(own?.intro || words.intro)
  const promise: Block[] =
    lines.length > 0
      ? [
          { kind: 'text', text: `${words.thanks}:` },
          { kind: 'list', items: lines },
          ...(conditions.length > 0 ? [{ kind: 'note', text: conditions.join(' · ') } as const] : []),
        ]
      : []
  const to = (product: string, stars?: number) => `${link}&product=${product}${stars ? `&rating=${stars}` : ''}`
  const blocks: Block[] = [
    { kind: 'text', text: firstName ? say(words.hello) : words.helloNobody },
    ...(reminder ? [{ kind: 'text', text: last ? words.againLast : words.again } as const] : []),
    { kind: 'text', text: intro },
    ...promise,
    ...products.slice(0, MOST_PRODUCTS).map(({ id, title, imageUrl }) => ({
      kind: 'product' as const,
      title,
      imageUrl,
      url: to(id),
      action: words.action,
      stars: STARS.map((stars) => ({ label: fill(words.star, { stars: String(stars) }), url: to(id, stars) })),
    })),
    // The form behind the link has all of them.
    ...(products.length > MOST_PRODUCTS ? [{ kind: 'button', label: words.action, url: link } as const] : []),
    { kind: 'note', text: words.lasts },
  ]
  const told = say(subject)
  const short = textOf(
    { own: own?.text ?? '', several: products.length > 1, promise: lines.join(', '), link, values },
    TEXT_WORDS[language],
  )
  return { subject: told, preview: [lines[0], intro].filter(Boolean).join(' · ').slice(0, 140), blocks, short }
}

interface Texting {
  own: string
  several: boolean
  promise: string
  link: string
  values: Readonly<Record<string, string>>
}

/** Who sends it, the link, what is promised and how to stop are in each (TCPA), wherever her own words put them or not. */
function textOf({ own, several, promise, link, values }: Texting, words: TextWords): string {
  const ours = several ? words.askOfSeveral : words.ask
  const asked = own === '' ? ours : own.includes('{shop}') ? own : `{shop}: ${own}`
  return [
    fill(asked, { ...values, promise, link })
      .replaceAll(/\s+/g, ' ')
      .trim(),
    ...(asked.includes('{link}') ? [] : [link]),
    ...(promise === '' || asked.includes('{promise}') ? [] : [fill(words.thanks, { promise })]),
    words.stop,
  ].join(' ')
}
