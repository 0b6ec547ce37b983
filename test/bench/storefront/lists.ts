import { request } from 'node:http'

const WISHES = ['', '&sort=oldest', '&sort=lowest', '&sort=highest', '&sort=featured', '&stars=1', '&verified=1', '&photos=1', '&unpaid=1']
const ROUNDS = 8

export interface Listed {
  p50_ms: number
  p95_ms: number
  failed: number
}

/** Pages of one product's reviews, as shoppers ask for them through the shop's own domain: every order, every filter, and deep into the list. */
export async function measureLists(shop: string, product: number): Promise<Listed> {
  const took: number[] = []
  let failed = 0
  const read = async (address: string) => {
    const begun = performance.now()
    const { status, text } = await get(shop, address)
    took.push(performance.now() - begun)
    if (status !== 200 || !text.includes('encore-list')) failed += 1
    return text
  }
  for (let round = 0; round < ROUNDS; round += 1)
    for (const wish of WISHES) {
      const next = after(await read(`/apps/reviews/list?product=${product}&locale=en&part=items${wish}`))
      if (next) await read(`${next}&part=items`)
    }
  const sorted = took.sort((a, b) => a - b)
  const at = (share: number) => Math.round((sorted[Math.floor(sorted.length * share)] ?? NaN) * 10) / 10
  return { p50_ms: at(0.5), p95_ms: at(0.95), failed }
}

/** Where the page says that the next one begins. */
const after = (page: string): string | null =>
  /href="(\/apps\/reviews\/list\?[^"]*after=[^"]*)"/.exec(page)?.[1]?.replaceAll('&amp;', '&') ?? null

/** Not every resolver knows names below localhost, so the shop is named in the request and found at the loopback. */
const get = (shop: string, path: string): Promise<{ status: number; text: string }> =>
  new Promise((answered, broke) => {
    const { host, port } = new URL(shop)
    const outgoing = request({ host: '127.0.0.1', port, path, headers: { host } }, (response) => {
      const parts: Buffer[] = []
      response.on('data', (part: Buffer) => parts.push(part))
      response.on('end', () => answered({ status: response.statusCode ?? 0, text: Buffer.concat(parts).toString() }))
    })
    outgoing.once('error', broke)
    outgoing.end()
  })
