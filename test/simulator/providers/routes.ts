import type { Part } from '../routes.ts'
import { respond, seeOther } from '../storefront/html.ts'
import { formPlay } from './form.ts'
import { providersPage } from './page.ts'
import { paste, tell } from './play.ts'
import type { Play } from './play.ts'

/** providers.localhost: where a person plays a shop's review app. */
export const providers: Part = (routes, simulator) => {
  const back = (query: URLSearchParams, more: Record<string, string> = {}) =>
    seeOther(`/?${new URLSearchParams({ ...Object.fromEntries(query), ...more })}`)
  routes.route('providers', 'GET', '/', async ({ url }) => respond(await providersPage(simulator, url.searchParams)))
  routes.route('providers', 'POST', '/address', async ({ url, request }) => {
    const form = await request.formData()
    const named = { shop: url.searchParams.get('shop') ?? '', provider: url.searchParams.get('provider') ?? '' }
    await paste(simulator, named, String(form.get('address') ?? ''))
    return back(url.searchParams)
  })
  routes.route('providers', 'POST', '/send', async ({ url, request }) => {
    const plays = formPlay(url.searchParams, await request.formData())
    try {
      let reviewId: number | undefined
      for (const play of plays) reviewId = (await tell(simulator, { ...play, ...(reviewId && { reviewId }) })).review.id
      return back(url.searchParams)
    } catch (error) {
      return back(url.searchParams, { problem: error instanceof Error ? error.message : String(error) })
    }
  })
  routes.route('any', 'POST', '/__simulator/providers/address', ({ request }) =>
    said(async () => {
      const { shop, provider, address } = (await request.json()) as { shop: string; provider: string; address: string }
      return paste(simulator, { shop, provider }, address)
    }),
  )
  routes.route('any', 'POST', '/__simulator/providers/send', ({ request }) =>
    said(async () => tell(simulator, (await request.json()) as Play)),
  )
}

/** What cannot be played says why. */
async function said(act: () => Promise<unknown>): Promise<Response> {
  try {
    return Response.json(await act())
  } catch (error) {
    return Response.json({ error: error instanceof Error ? error.message : String(error) }, { status: 422 })
  }
}
