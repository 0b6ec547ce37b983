import http from 'node:http'
import { Readable } from 'node:stream'
import { faultyAnswer } from './faulty.ts'
import type { Part, Visit } from './routes.ts'
import type { Simulator } from './simulator.ts'

/** app.localhost is the app itself, with Shopify's host names turned into the simulator's for the eye of the browser. */
export const appHost: Part = (routes) => {
  routes.route('app', 'ALL', '/*', async (visit) => {
    const { simulator, url } = visit
    const fault = await faultyAnswer(visit, simulator.faults.take('app', '', url.pathname))
    if (fault) return fault
    const target = new URL(url.pathname + url.search, simulator.app.url)
    const answer = await rewritten(simulator, await forward(visit, target, forwardedHeaders(visit)))
    return url.pathname.startsWith('/surface/') ? linked(simulator, answer) : answer
  })
}

export type Headers_ = Record<string, string | string[]>

const HOP_BY_HOP = [
  'connection',
  'keep-alive',
  'transfer-encoding',
  'upgrade',
  'te',
  'trailer',
  'proxy-authorization',
  'proxy-authenticate',
]

function forwardedHeaders({ request, url, incoming }: Visit): Headers_ {
  const headers: Headers_ = Object.fromEntries([...request.headers].filter(([name]) => !HOP_BY_HOP.includes(name)))
  return {
    ...headers,
    host: url.host,
    'accept-encoding': 'identity', // what is rewritten must be readable
    'x-forwarded-host': url.host,
    'x-forwarded-proto': url.protocol.slice(0, -1),
    'x-forwarded-for': incoming?.socket.remoteAddress ?? '127.0.0.1',
  }
}

/** Streams a request on and its answer back; an app that does not answer is a 502. */
export function forward({ request }: Pick<Visit, 'request'>, target: URL, headers: Headers_): Promise<Response> {
  return new Promise((resolve) => {
    const outgoing = http.request(target, { method: request.method, headers, signal: request.signal }, (answer) => {
      const received = new Headers()
      for (let index = 0; index < answer.rawHeaders.length; index += 2) {
        const [name = '', value = ''] = answer.rawHeaders.slice(index, index + 2)
        if (!HOP_BY_HOP.includes(name.toLowerCase())) received.append(name, value)
      }
      const status = answer.statusCode ?? 502
      const hasBody = request.method !== 'HEAD' && ![204, 205, 304].includes(status)
      if (!hasBody) answer.resume()
      resolve(new Response(hasBody ? (Readable.toWeb(answer) as ReadableStream) : null, { status, headers: received }))
    })
    outgoing.on('error', (error) => resolve(new Response(`The app does not answer: ${error.message}\n`, { status: 502 })))
    if (request.body)
      Readable.fromWeb(request.body as never)
        .on('error', () => outgoing.destroy())
        .pipe(outgoing)
    else outgoing.end()
  })
}

async function rewritten(simulator: Simulator, response: Response): Promise<Response> {
  const headers = new Headers(response.headers)
  for (const name of ['content-security-policy', 'location', 'link']) {
    const value = headers.get(name)
    if (value) headers.set(name, simulatedHosts(value, simulator.port))
  }
  if (!headers.get('content-type')?.includes('text/html')) return new Response(response.body, { status: response.status, headers })
  headers.delete('content-length')
  const html = await response.text()
  return new Response(html === '' ? null : simulatedScripts(html, simulator.port), { status: response.status, headers })
}

/** What shoppers' pages are answered leads them on to the shop. */
async function linked(simulator: Simulator, answer: Response): Promise<Response> {
  if (!answer.headers.get('content-type')?.includes('application/json')) return answer
  const headers = new Headers(answer.headers)
  headers.delete('content-length')
  return new Response(simulatedHosts(await answer.text(), simulator.port), { status: answer.status, headers })
}

/** https://aurora.myshopify.com -> http://aurora.localhost:4000, https://admin.shopify.com -> http://admin.localhost:4000. */
export function simulatedHosts(text: string, port: number): string {
  return text
    .replaceAll('https://admin.shopify.com', `http://admin.localhost:${port}`)
    .replaceAll(/https:\/\/([a-z0-9-]+)\.myshopify\.com/g, (_, handle: string) => `http://${handle}.localhost:${port}`)
    .replaceAll('https://cdn.shopify.com/shopifycloud/app-bridge.js', appBridgeUrl(port))
}

function simulatedScripts(html: string, port: number): string {
  return html.replaceAll('https://cdn.shopify.com/shopifycloud/app-bridge.js', appBridgeUrl(port))
}

export const appBridgeUrl = (port: number): string => `http://admin.localhost:${port}/__simulator/app-bridge.js`
