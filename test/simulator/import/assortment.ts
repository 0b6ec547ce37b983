import type { SimCollection, SimProduct } from '../model.ts'
import type { Row } from './rows.ts'

export interface Code {
  code: string
  title: string
  pence: number // latest price
  sold: number
}

/** One product per stock code: its most frequent description, its latest price. */
export function gatherCodes(rows: readonly Row[]): Map<string, Code> {
  const descriptions = new Map<string, Map<string, number>>()
  const codes = new Map<string, Code>()
  for (const row of rows) {
    const known = descriptions.get(row.code) ?? new Map<string, number>()
    if (row.description) known.set(row.description, (known.get(row.description) ?? 0) + 1)
    descriptions.set(row.code, known)
    const code = codes.get(row.code) ?? { code: row.code, title: row.code, pence: 0, sold: 0 }
    if (row.price > 0) code.pence = Math.max(1, Math.round(row.price * 100))
    code.sold += Math.max(0, row.quantity)
    codes.set(row.code, code)
  }
  for (const code of codes.values()) {
    const best = [...(descriptions.get(code.code) ?? [])].sort((a, b) => b[1] - a[1])[0]
    if (best) code.title = best[0].replace(/\s+/g, ' ')
  }
  return codes
}

const KINDS: [type: string, words: RegExp][] = [
  ['Christmas', /CHRISTMAS|XMAS|ADVENT|REINDEER|SANTA/],
  ['Bag', /\bBAGS?\b|SHOPPER|PURSE/],
  ['Light', /LIGHTS?\b|LAMP|LANTERN|CANDLE|T-LIGHT/],
  ['Mug', /\bMUGS?\b|\bCUPS?\b|TEACUP|TEAPOT/],
  ['Jewellery', /NECKLACE|BRACELET|EARRING|RING\b|JEWEL/],
  ['Stationery', /CARD|PAPER|NOTEBOOK|PENCIL|PEN\b|WRAP/],
  ['Kitchen', /CAKE|BAKING|JAR|TIN\b|PLATE|BOWL|SPOON|LUNCH/],
  ['Toy', /DOLL|TOY|GAME|PUZZLE|CHILD/],
]

const kindOf = (title: string): string => KINDS.find(([, words]) => words.test(title.toUpperCase()))?.[0] ?? 'Gift'

export function makeGiftProducts(codes: Iterable<Code>, ids: () => number, createdAt: string, origin: string): SimProduct[] {
  return [...codes].map((code): SimProduct => {
    const id = ids()
    const title = code.title.charAt(0) + code.title.slice(1).toLowerCase()
    const digital = code.code.startsWith('gift_') || code.code === 'GIFT'
    return {
      id,
      title,
      handle: `${title
        .toLowerCase()
        .replace(/[^a-z0-9]+/g, '-')
        .replace(/^-|-$/g, '')}-${id}`,
      descriptionHtml: `<p>${title.replace(/[<>&]/g, '')}</p>`,
      vendor: 'History Gifts',
      productType: kindOf(code.title),
      tags: [],
      status: code.pence > 0 ? 'ACTIVE' : 'DRAFT', // never had a price: not for sale
      publishedAt: code.pence > 0 ? createdAt : null,
      options: [{ name: 'Title', values: ['Default Title'] }],
      images: [{ id: ids(), url: `${origin}/images/${id}.svg`, alt: title }],
      variants: [
        {
          id: ids(),
          title: 'Default Title',
          sku: code.code,
          position: 1,
          price: (code.pence / 100).toFixed(2),
          compareAtPrice: null,
          options: ['Default Title'],
          inventoryItemId: ids(),
          inventoryQuantity: 50 + (code.sold % 400),
          tracked: !digital,
          inventoryPolicy: 'DENY',
          cost: (Math.round(code.pence * 0.45) / 100).toFixed(2),
          requiresShipping: !digital,
          taxable: true,
          weightGrams: digital ? 0 : 250,
          imageId: null,
          updatedAt: createdAt,
        },
      ],
      metafields: [],
      createdAt,
      updatedAt: createdAt,
    }
  })
}

export function makeGiftCollections(ids: () => number, updatedAt: string): SimCollection[] {
  const types = [...KINDS.map(([type]) => type), 'Gift']
  return types.map((type) => ({
    id: ids(),
    title: type === 'Christmas' ? type : `${type}s`,
    handle: type.toLowerCase(),
    updatedAt,
    productIds: [],
    rules: { disjunctive: false, rules: [{ column: 'TYPE', relation: 'EQUALS', condition: type }] },
  }))
}
