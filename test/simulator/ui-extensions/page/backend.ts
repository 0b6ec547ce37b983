/** What `fetch` does in an admin extension (documented): relative addresses are the app's own, and requests to it carry the staff member's token. */
export function fetchFromBackend(backend: string, idToken: () => Promise<unknown>): void {
  const real = fetch.bind(globalThis)
  const toBackend = async (input: RequestInfo | URL, init: RequestInit = {}): Promise<Response> => {
    const asked = input instanceof Request ? input.url : String(input)
    if (asked.startsWith('shopify:')) throw new Error('501: the simulator does not model direct API access from admin extensions')
    const url = new URL(asked, backend)
    if (url.origin !== new URL(backend).origin) return real(url, init)
    const headers = new Headers(init.headers)
    headers.set('authorization', `Bearer ${String(await idToken())}`)
    return real(url, { ...init, headers })
  }
  Object.defineProperty(globalThis, 'fetch', { value: toBackend })
}
