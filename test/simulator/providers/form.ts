import type { Oddity } from './played.ts'
import type { Play } from './play.ts'

/** What the buttons of the page stand for; several are several events of one review, in the order sent. */
export function formPlay(query: URLSearchParams, form: FormData): Play[] {
  const text = (name: string) => String(form.get(name) ?? '').trim()
  const number = (name: string) => (text(name) === '' ? undefined : Number(text(name)))
  const optional = <Key extends string, Value>(key: Key, value: Value | undefined | '') =>
    (value === undefined || value === '' ? {} : { [key]: value }) as { [Name in Key]?: Value }
  const play: Play = {
    shop: query.get('shop') ?? '',
    provider: query.get('provider') ?? '',
    ...optional('productId', number('product')),
    ...optional('email', text('email')),
    ...optional('orderId', number('order')),
    ...optional('rating', number('rating')),
    ...optional('text', text('text')),
    ...optional('photos', number('photos')),
    ...optional('videos', number('videos')),
    ...optional('reviewId', number('review')),
    ...optional('oddity', text('oddity') as Oddity | ''),
    event: (text('event') || 'created') as NonNullable<Play['event']>,
  }
  switch (text('how')) {
    case 'thrice':
      return [{ ...play, copies: 3 }]
    case 'out-of-order':
      return [
        { ...play, event: 'updated', photos: Math.max(1, play.photos ?? 0) },
        { ...play, event: 'created', photos: 0, videos: 0 },
      ]
    case 'wrong-signature':
      return [{ ...play, mischief: 'wrong-signature' }]
    case 'late-signature':
      return [{ ...play, mischief: 'late-signature' }]
    default:
      return [play]
  }
}
