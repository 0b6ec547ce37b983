/** A review as the person at the page plays it; each app tells it in its own words. */
export interface PlayedReview {
  id: number
  provider: string
  event: 'created' | 'updated' | 'deleted'
  shop: string // aurora.myshopify.com
  shopId: number
  product: { id: number; handle: string; title: string; sku: string }
  email: string
  author: string
  customerId: number | null
  orderId: number | null
  rating: number
  title: string
  text: string
  photos: number
  videos: number
  /** What no shop should pay for. */
  oddity: Oddity | null
  writtenAt: string // ISO
  updatedAt: string
}
export const ODDITIES = ['test', 'import', 'admin', 'spam', 'rewarded', 'of-the-shop'] as const
export type Oddity = (typeof ODDITIES)[number]

export const pictures = (count: number, kind: 'jpg' | 'mp4' = 'jpg'): string[] =>
  Array.from({ length: count }, (_, n) => `https://media.example/${n + 1}.${kind}`)
