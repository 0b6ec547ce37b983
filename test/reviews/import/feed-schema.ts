import { create } from 'xmlbuilder2'

/**
 * Google's product_reviews.xsd, as far as a feed of ours can break it: types and occurrences as in the published 2.2, the elements and the order that
 * 2.4 added as in review-formats.md 6 (the file of 2.4 itself was not to be had).
 */
type Check = (text: string) => boolean
interface Rule {
  /** [name, at least, at most] in this order. */
  children?: readonly (readonly [name: string, least: 0 | 1, most: number])[]
  text?: Check
  attributes?: Readonly<Record<string, { needed: boolean; check: Check }>>
}

const MANY = Infinity
const some: Check = (text) => /\S/.test(text)
const url: Check = (text) => /^(https?:\/\/)?\S+\.\S+$/.test(text)
const boolean: Check = (text) => /^(true|false|0|1)$/.test(text)
const integer: Check = (text) => /^[+-]?\d+$/.test(text)
const decimal: Check = (text) => /^[+-]?(\d+(\.\d*)?|\.\d+)$/.test(text)
const moment: Check = (text) => /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)?$/.test(text) && !Number.isNaN(Date.parse(text))
const one =
  (...known: string[]): Check =>
  (text) =>
    known.includes(text)
const listOf = (name: string): Rule => ({ children: [[name, 1, MANY]] })

const RULES: Readonly<Record<string, Rule>> = {
  feed: {
    children: [
      ['version', 1, 1],
      ['aggregator', 0, 1],
      ['publisher', 1, 1],
      ['reviews', 0, 1],
    ],
  },
  version: { text: one('2.4') },
  publisher: {
    children: [
      ['name', 1, 1],
      ['favicon', 0, 1],
    ],
  },
  reviews: listOf('review'),
  review: {
    children: [
      ['review_id', 1, 1],
      ['reviewer', 1, 1],
      ['is_verified_purchase', 0, 1],
      ['is_incentivized_review', 0, 1],
      ['review_timestamp', 1, 1],
      ['title', 0, 1],
      ['content', 1, 1],
      ['review_language', 0, 1],
      ['review_country', 0, 1],
      ['pros', 0, 1],
      ['cons', 0, 1],
      ['review_url', 1, 1],
      ['reviewer_images', 0, 1],
      ['ratings', 1, 1],
      ['products', 1, 1],
      ['is_spam', 0, 1],
      ['collection_method', 0, 1],
      ['transaction_id', 0, 1],
    ],
  },
  review_id: { text: some },
  reviewer: {
    children: [
      ['name', 1, 1],
      ['reviewer_id', 0, 1],
    ],
  },
  name: { text: some, attributes: { is_anonymous: { needed: false, check: boolean } } },
  is_verified_purchase: { text: boolean },
  is_incentivized_review: { text: boolean },
  review_timestamp: { text: moment },
  title: { text: some },
  content: { text: some },
  review_language: { text: (text) => /^[a-z]{2}$/.test(text) },
  review_country: { text: (text) => /^[A-Z]{2}$/.test(text) },
  review_url: { text: url, attributes: { type: { needed: true, check: one('singleton', 'group') } } },
  reviewer_images: listOf('reviewer_image'),
  reviewer_image: { children: [['url', 1, 1]] },
  url: { text: url },
  ratings: { children: [['overall', 1, 1]] },
  overall: { text: decimal, attributes: { min: { needed: true, check: integer }, max: { needed: true, check: integer } } },
  products: listOf('product'),
  product: {
    children: [
      ['product_ids', 0, 1],
      ['product_name', 0, 1],
      ['product_url', 1, 1],
    ],
  },
  product_ids: {
    children: [
      ['gtins', 0, 1],
      ['mpns', 0, 1],
      ['skus', 0, 1],
      ['brands', 0, 1],
      ['asins', 0, 1],
    ],
  },
  gtins: listOf('gtin'),
  gtin: { text: (text) => /^[\d -xX]{7,}$/.test(text) },
  mpns: listOf('mpn'),
  mpn: { text: some },
  skus: listOf('sku'),
  sku: { text: some },
  brands: listOf('brand'),
  brand: { text: some },
  product_name: { text: some },
  product_url: { text: url },
  collection_method: { text: one('unsolicited', 'post_fulfillment') },
}

interface Node {
  nodeType: number
  nodeName: string
  textContent: string | null
  childNodes: Iterable<Node>
  attributes?: Iterable<{ name: string; value: string }>
}

const elementsOf = (node: Node): Node[] => [...node.childNodes].filter(({ nodeType }) => nodeType === 1)

function faultsOf(node: Node, path: string): string[] {
  const rule = RULES[node.nodeName]
  if (!rule) return [`${path} is not in the schema`]
  const faults: string[] = []
  const children = elementsOf(node)
  if (rule.text && (children.length > 0 || !rule.text(node.textContent ?? ''))) faults.push(`${path} may not be “${node.textContent}”`)
  for (const [name, least, most] of rule.children ?? []) {
    const count = children.filter(({ nodeName }) => nodeName === name).length
    if (count < least || count > most) faults.push(`${path} has ${count} ${name}`)
  }
  const order = (rule.children ?? []).map(([name]) => name)
  const places = children.map(({ nodeName }) => order.indexOf(nodeName))
  if (places.includes(-1) || places.some((place, n) => n > 0 && place < (places[n - 1] ?? 0)))
    faults.push(`${path} holds ${children.map(({ nodeName }) => nodeName).join(' ')}`)
  const given = new Map([...(node.attributes ?? [])].map(({ name, value }) => [name, value]))
  for (const [name, { needed, check }] of Object.entries(rule.attributes ?? {})) {
    const value = given.get(name)
    if (value === undefined ? needed : !check(value)) faults.push(`${path} has ${name}=${value}`)
  }
  return [...faults, ...children.flatMap((child) => faultsOf(child, `${path}/${child.nodeName}`))]
}

/** What the schema would complain of. Review ids are unique in the whole feed. */
export function feedFaults(xml: string): string[] {
  const root = create(xml).root().node as unknown as Node
  const ids = elementsOf(root)
    .filter(({ nodeName }) => nodeName === 'reviews')
    .flatMap(elementsOf)
    .flatMap((review) => elementsOf(review).filter(({ nodeName }) => nodeName === 'review_id'))
    .map(({ textContent }) => textContent)
  return [
    ...(root.nodeName === 'feed' ? [] : ['the root is no feed']),
    ...faultsOf(root, root.nodeName),
    ...(new Set(ids).size < ids.length ? ['two reviews have one id'] : []),
  ]
}
