import { ADMIN, ask } from './link.ts'

const idToken = () => ask('idToken', null)
const plainFetch = window.fetch

/** Requests to the app itself carry a fresh id token; one that the app calls stale is asked again once. */
export function authenticateFetch(): void {
  window.fetch = async (input, init) => {
    const request = new Request(input, init)
    if (new URL(request.url).origin !== location.origin) return plainFetch(request)
    const own = request.headers.has('authorization')
    const again = request.clone()
    const response = await plainFetch(await signed(request, own))
    if (own || response.headers.get('x-shopify-retry-invalid-session-request') !== '1') return reauthorized(response)
    return reauthorized(await plainFetch(await signed(again, own)))
  }
}

async function signed(request: Request, own: boolean): Promise<Request> {
  if (!own) request.headers.set('authorization', `Bearer ${await idToken()}`)
  request.headers.set('x-requested-with', 'XMLHttpRequest')
  return request
}

/** The app says by header where the merchant must go, for example to grant more scopes. */
function reauthorized(response: Response): Response {
  const url = response.headers.get('x-shopify-api-request-failure-reauthorize-url')
  if (url) open(new URL(url, location.origin).href, '_top')
  return response
}

/** The app's bounce page wants to be loaded again with a fresh id token. */
export async function reloadWhereAsked(): Promise<boolean> {
  const target = new URLSearchParams(location.search).get('shopify-reload')
  if (!target) return false
  const url = new URL(target, location.origin)
  url.searchParams.set('id_token', await idToken())
  location.replace(url.href)
  return true
}

/** Opened outside the admin, the app sends the merchant into it. */
export function enterAdmin(): boolean {
  const host = new URLSearchParams(location.search).get('host')
  if (parent !== window || !host) return false
  const shop = atob(host).split('/').at(-1)
  location.replace(`${ADMIN}/store/${shop}/apps/encore${location.pathname}`)
  return true
}
