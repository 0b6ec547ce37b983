import { createHmac, randomUUID, timingSafeEqual } from 'node:crypto'
import { errors, jwtVerify, SignJWT } from 'jose'
import { z } from 'zod'
import { now } from '#app/platform/clock.server.ts'
import { environment } from '#app/platform/env.server.ts'
import { ok, refuse, type Outcome } from '#app/values/outcome.ts'
import { DAYS, later, MINUTES } from '#app/values/time.ts'

/** How long a shopper may answer a request. */
export const LINK_LASTS = 45 * DAYS
/** How long a page may lie open before it is sent. */
const PASS_LASTS = 2 * DAYS
/** `[app_proxy]` of shopify.app.toml. */
const PATH = '/apps/reviews/write'

// A key for this purpose only: nothing that Encore signs elsewhere can pass for a link, nor a link for anything else.
const keyFor = (purpose: string) => createHmac('sha256', environment().SHOPIFY_API_SECRET).update(purpose).digest()
const at = (instant: Date) => Math.floor(instant.getTime() / 1_000)

const sign = (claims: Record<string, string>, purpose: string, lasts: number, issued: Date): Promise<string> =>
  new SignJWT(claims)
    .setProtectedHeader({ alg: 'HS256' })
    .setIssuedAt(at(issued))
    .setExpirationTime(at(later(issued, lasts)))
    .sign(keyFor(purpose))

/** The address of the form for one request, on the shop's own domain; whoever has it needs no login. Short, for it also goes into text messages. */
export async function reviewLink(shop: string, requestId: string, issued = now()): Promise<string> {
  const claims = `${requestId}.${Math.floor(issued.getTime() / MINUTES).toString(36)}`
  return `https://${shop}${PATH}?t=${claims}.${sealOf(shop, claims)}`
}

// 96 bits: nobody guesses one, and a link of another shop has another seal.
const sealOf = (shop: string, claims: string): string =>
  createHmac('sha256', keyFor('review-link')).update(`${shop} ${claims}`).digest('base64url').slice(0, 16)

export type LinkFault = 'expired' | 'forged'
const Pass = z.object({ shop: z.string(), jti: z.string(), iat: z.number() })

/** The request that a link was made for. */
export async function readLink(shop: string, token: string, moment = now()): Promise<Outcome<{ requestId: string }, LinkFault>> {
  const [, claims = '', requestId = '', minutes = '', seal = ''] = /^(([\w-]+)\.([0-9a-z]+))\.([\w-]{16})$/.exec(token) ?? []
  const [given, expected] = [Buffer.from(seal), Buffer.from(sealOf(shop, claims))]
  if (given.length !== expected.length || !timingSafeEqual(given, expected)) return refuse('forged')
  const issued = new Date(Number.parseInt(minutes, 36) * MINUTES)
  return later(issued, LINK_LASTS) < moment ? refuse('expired') : ok({ requestId })
}

/** What every page of the form carries: app proxies strip cookies, so it says when and for whom the page was made. */
export const newPass = (shop: string, issued = now()): Promise<string> =>
  sign({ shop, jti: randomUUID() }, 'review-pass', PASS_LASTS, issued)

export interface PassRead {
  id: string
  issuedAt: Date
}

export async function readPass(shop: string, token: string, moment = now()): Promise<Outcome<PassRead, LinkFault>> {
  const read = await verify(token, 'review-pass', Pass, moment)
  if (!read.ok) return read
  const { shop: of, jti, iat } = read.value
  return of === shop ? ok({ id: jti, issuedAt: new Date(iat * 1_000) }) : refuse('forged')
}

async function verify<S extends z.ZodType>(
  token: string,
  purpose: string,
  claims: S,
  moment: Date,
): Promise<Outcome<z.output<S>, LinkFault>> {
  try {
    const { payload } = await jwtVerify(token, keyFor(purpose), { algorithms: ['HS256'], currentDate: moment })
    const parsed = claims.safeParse(payload)
    return parsed.success ? ok(parsed.data) : refuse('forged')
  } catch (error) {
    if (error instanceof errors.JWTExpired) return refuse('expired')
    if (error instanceof errors.JOSEError) return refuse('forged')
    throw error
  }
}
