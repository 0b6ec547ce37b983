import { createHmac } from 'node:crypto'
import { isDeepStrictEqual } from 'node:util'
import type { Opened } from '#app/values/opened.ts'
import { ok, refuse, type Outcome, type Refused } from '#app/values/outcome.ts'
import { transact, type Tx } from './db.server.ts'
import { environment } from './env.server.ts'

/** Names what a settings page was opened with: what says the same has the same mark. Keyed, because keys are among what may be marked. */
export const markOf = (stored: unknown): string =>
  createHmac('sha256', environment().SHOPIFY_API_SECRET)
    .update(JSON.stringify(stored) ?? '')
    .digest('base64url')

/** Someone else saved the page since it was opened; `detail.now` marks what stands there now. */
export type Outdated = Refused<'changed-meanwhile'>

/**
 * Whether a page that was opened with `opened` may replace what is stored. Where the same is stored already it may: the answer to its first
 * save was lost. Without a mark it may: nobody looked before. To be asked in the transaction that writes, with the row locked.
 */
export function mayReplace<Stored>(opened: Opened | undefined, stored: Stored, asked: Stored): Outcome<null, 'changed-meanwhile'> {
  const now = markOf(stored)
  if (opened === undefined || opened === null || opened === now || isDeepStrictEqual(stored, asked)) return ok(null)
  return refuse('changed-meanwhile', { now })
}

interface Page<Stored> {
  /** The mark of what the page was opened with. */
  opened?: Opened | undefined
  /** What the page shows of the shop's settings. */
  read: (settings: unknown) => Stored
  /** What of them is other once it is saved; the rest stays as it is. */
  change: (settings: unknown) => object
  /** What else becomes true with them. */
  also?: (tx: Tx) => Promise<unknown>
}

/** Saves what one page shows of a shop's settings, unless someone else did since it was opened. The new mark, or why not. */
export const saveSettingsOf = <Stored>(
  shop: string,
  { opened, read, change, also }: Page<Stored>,
): Promise<Outcome<string, 'changed-meanwhile'>> =>
  transact(async (tx) => {
    // The lock makes two saves at one moment follow each other: the second one sees what the first one stored.
    const [row] = await tx.$queryRaw<{ settings: object }[]>`select settings from shop where shop = ${shop} for update`
    const stored = read(row?.settings)
    const changed = { ...row?.settings, ...change(row?.settings) }
    const checked = mayReplace(opened, stored, read(changed))
    if (!checked.ok) return checked
    const [saved] = await tx.$queryRaw<{ settings: object }[]>`
      update shop set settings = ${JSON.stringify(changed)}::jsonb where shop = ${shop} returning settings`
    await also?.(tx)
    return ok(markOf(read(saved?.settings)))
  })
