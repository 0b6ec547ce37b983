import { afterAll, beforeAll, beforeEach, vi } from 'vitest'

type Answer = { status?: number; json: unknown; headers?: Record<string, string> }
export interface Call {
  shop: string
  path: string
  token: string | null
  body: Record<string, unknown>
  at: number
}

/** Answers every call to a shop's domain; any other address is a failure. */
export function shopifyDouble() {
  const calls: Call[] = []
  let answer: (call: Call) => Answer | Promise<Answer> = () => ({ status: 501, json: {} })
  const real = globalThis.fetch
  beforeAll(() => {
    vi.stubGlobal('fetch', async (input: RequestInfo | URL, init?: RequestInit) => {
      const request = new Request(input, init)
      const url = new URL(request.url)
      if (!url.hostname.endsWith('.myshopify.com')) throw new Error(`nobody expected a call to ${url.origin}`)
      const body = (await request.json()) as Record<string, unknown>
      const call = {
        shop: url.hostname,
        path: url.pathname,
        token: request.headers.get('x-shopify-access-token'),
        body,
        at: performance.now(),
      }
      calls.push(call)
      const { status = 200, json, headers } = await answer(call)
      return Response.json(json, { status, ...(headers ? { headers } : {}) })
    })
  })
  beforeEach(() => void calls.splice(0))
  afterAll(() => void (globalThis.fetch = real))
  return { calls, answers: (with_: (call: Call) => Answer | Promise<Answer>) => void (answer = with_) }
}

export const cost = (currentlyAvailable: number, restoreRate = 1_000, requestedQueryCost = 10) => ({
  cost: {
    requestedQueryCost,
    actualQueryCost: requestedQueryCost,
    throttleStatus: { maximumAvailable: 2_000, currentlyAvailable, restoreRate },
  },
})

export const throttled = (restoreRate = 1_000) => ({
  json: { errors: [{ message: 'Throttled', extensions: { code: 'THROTTLED' } }], extensions: cost(0, restoreRate) },
})
