import type { Records } from '../model.ts'
import type { Kind, Store } from '../store.ts'
import { cursorOf, Listing, type PageArgs, type PageOf, windowOf } from './listing.ts'

export interface Stored<K extends Kind, T> {
  store: Store
  shop: string
  kind: K
  passes: (record: Records[K]) => boolean
  updatedSince: string | null
  wrap: (record: Records[K]) => T
}

const PAGE = 250

/** A list that the database holds, by id; filters that the database does not know are applied page by page. */
export class StoredListing<K extends Kind, T> extends Listing<T> {
  readonly #of: Stored<K, T>

  constructor(of: Stored<K, T>) {
    super()
    this.#of = of
  }

  override async page(args: PageArgs): Promise<PageOf<T>> {
    const { count, backwards, beyond } = windowOf(args)
    const found: Records[K][] = []
    for await (const page of this.#read(backwards !== Boolean(args.reverse), beyond === null ? null : Number(beyond))) {
      found.push(...page)
      if (found.length > count) break
    }
    const more = found.length > count
    const records = found.slice(0, count)
    if (backwards) records.reverse()
    return {
      nodes: records.map(this.#of.wrap),
      cursors: records.map((record) => cursorOf(record.id)),
      before: backwards ? more : beyond !== null,
      after: backwards ? beyond !== null : more,
    }
  }

  override async *all(): AsyncGenerator<readonly T[]> {
    for await (const page of this.#read(false, null)) yield page.map(this.#of.wrap)
  }

  async *#read(reverse: boolean, beyond: number | null): AsyncGenerator<Records[K][]> {
    const { store, shop, kind, passes, updatedSince } = this.#of
    const read = (after: number | null) =>
      store.list(shop, kind, { limit: PAGE, reverse, ...(after !== null && { after }), ...(updatedSince && { updatedSince }) })
    let page = await read(beyond)
    while (page.length > 0) {
      // The next page is fetched while this one is written.
      const next = page.length < PAGE ? null : read(page.at(-1)?.id ?? null)
      next?.catch(() => undefined) // the reader may stop before it asks for it
      yield page.filter(passes)
      page = next ? await next : []
    }
  }
}
