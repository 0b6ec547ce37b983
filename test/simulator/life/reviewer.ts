import sharp from 'sharp'
import { FormData } from 'undici'
import type { Mail } from '../mail/box.ts'
import { Visitor, type Doors } from './doors.ts'
import type { Opinion } from './opinions.ts'

const LINK = /href="([^"]+\/apps\/reviews\/write[^"]+)"/
const PHOTO = { width: 900, height: 675 }

export const asksForReview = ({ html }: Mail): boolean => LINK.test(html ?? '')

export const languageOf = ({ html }: Mail): string => /<html[^>]*\blang="([^"]+)"/.exec(html ?? '')?.[1] ?? 'en'

/** Follows the link in her mail, writes what she thinks of the first thing in the parcel, and keeps the code that she gets: null if none. */
export async function answerMail(doors: Doors, handle: string, { html }: Mail, opinion: Opinion): Promise<string | null> {
  const visitor = new Visitor(doors)
  const link = LINK.exec(html ?? '')?.[1]?.replaceAll('&amp;', '&') ?? ''
  const { pathname, search } = new URL(link)
  const page = (await visitor.get(handle, pathname + search)).text
  const productId = /data-product="(\d+)"/.exec(page)?.[1]
  if (!productId) return null // the link is over, or she has written already
  const answer = await visitor.send(handle, pathname, await formOf(page, productId, opinion))
  if (answer.status >= 300) throw new Error(`Encore does not take the review: ${answer.status} ${answer.text.slice(0, 500)}`)
  return /data-copy="([^"]+)"/.exec(answer.text)?.[1] ?? null
}

async function formOf(page: string, productId: string, { stars, words, photo }: Opinion): Promise<FormData> {
  const form = new FormData()
  for (const name of ['t', 'pass', 'product']) {
    const value = new RegExp(`name="${name}" value="([^"]*)"`).exec(page)?.[1]
    if (value !== undefined) form.set(name, value)
  }
  form.set(`rating.${productId}`, String(stars))
  form.set(`body.${productId}`, words)
  form.set(`recommends.${productId}`, stars > 2 ? 'yes' : 'no')
  form.set('author', /name="author"[^>]*value="([^"]*)"/.exec(page)?.[1] ?? '')
  if (photo) form.set(`photos.${productId}`, new File([await drawPhoto(Number(productId))], 'photo.jpg', { type: 'image/jpeg' }))
  return form
}

/** A table by the window, with the thing on it. */
async function drawPhoto(seed: number): Promise<Uint8Array<ArrayBuffer>> {
  const hue = (seed * 47) % 360
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 400 300">
    <defs><linearGradient id="w" x1="0" y1="0" x2="1" y2="1"><stop offset="0" stop-color="hsl(40 30% 92%)"/><stop offset="1" stop-color="hsl(30 20% 72%)"/></linearGradient></defs>
    <rect width="400" height="300" fill="url(#w)"/><rect y="200" width="400" height="100" fill="hsl(28 35% 48%)"/>
    <ellipse cx="205" cy="232" rx="90" ry="14" fill="hsl(28 35% 34%)"/><rect x="140" y="96" width="120" height="132" rx="22" fill="hsl(${hue} 42% 46%)"/>
    <rect x="150" y="106" width="26" height="112" rx="10" fill="hsl(${hue} 50% 70%)" opacity=".6"/></svg>`
  const bytes = await sharp(Buffer.from(svg)).resize(PHOTO.width, PHOTO.height).jpeg({ quality: 82 }).toBuffer()
  return new Uint8Array(bytes)
}
