import { Hono } from 'hono'
import type { IncomingMessage } from 'node:http'
import { NotModelled } from './admin-api/refusals.ts'
import type { SimShop } from './model.ts'
import type { Simulator } from './simulator.ts'
import { PROVIDER_HOSTS, STORAGE_HOST, UPLOAD_HOST } from './settings.ts'

/**
 * storefront: <handle>.localhost. admin: admin.localhost. app: app.localhost. mail: mail.localhost.
 * providers: providers.localhost, where a person plays a review app. provider-api: the review apps' own hosts, server to server.
 * platform: <shop>.myshopify.com, server to server. storage: where bulk results lie. upload: where staged uploads go. any: every host, asked first.
 */
export type HostKind = 'storefront' | 'admin' | 'app' | 'mail' | 'platform' | 'storage' | 'upload' | 'providers' | 'provider-api' | 'any'

export interface Visit {
  request: Request
  url: URL
  params: Record<string, string>
  /** The shop that the host names; null elsewhere, or where there is none of that name. */
  shop: SimShop | null
  simulator: Simulator
  /** The socket, for whoever has to cut it. */
  incoming: IncomingMessage | null
}

export type Answer = (visit: Visit) => Response | Promise<Response>
export type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE' | 'OPTIONS' | 'ALL'

export interface Routes {
  /** Patterns as in Hono: /products/:handle, /apps/reviews/*. The first that is registered and fits answers. */
  route(host: HostKind, method: Method, pattern: string, answer: Answer): void
}

/** One part of the simulator says which addresses it answers. */
export type Part = (routes: Routes, simulator: Simulator) => void

type Env = { Bindings: { visit: Omit<Visit, 'params'> } }

export interface RoutingTable extends Routes {
  answer(request: Request, incoming: IncomingMessage | null): Promise<Response>
}

export function routingTable(simulator: Simulator): RoutingTable {
  const hosts = new Map<HostKind, Hono<Env>>()
  const hono = (kind: HostKind) => {
    const known = hosts.get(kind) ?? new Hono<Env>()
    hosts.set(kind, known)
    return known
  }
  return {
    route(kind, method, pattern, answer) {
      const handle = (context: { req: { param(): Record<string, string> }; env: Env['Bindings'] }) =>
        loudly(() => answer({ ...context.env.visit, params: context.req.param() }))
      if (method === 'ALL') hono(kind).all(pattern, handle)
      else hono(kind).on(method, pattern, handle)
    },
    async answer(request, incoming) {
      const url = new URL(request.url)
      const { kind, shop: name } = hostOf(url.hostname)
      const shop = name === null ? null : await simulator.store.shop(name)
      const visit = { request, url, shop, simulator, incoming }
      const anywhere = url.pathname.startsWith('/__simulator/') ? await hosts.get('any')?.fetch(request, { visit }) : undefined
      if (anywhere && anywhere.status !== 404) return anywhere
      if (name !== null && !shop) return new Response(`There is no shop ${name}\n`, { status: 404 })
      return (await hosts.get(kind)?.fetch(request, { visit })) ?? new Response(`Nothing answers at ${url.host}\n`, { status: 404 })
    },
  }
}

/** What the simulator would have to make up is answered with 501, wherever it is asked for. */
async function loudly(work: () => Response | Promise<Response>): Promise<Response> {
  try {
    return await work()
  } catch (error) {
    if (error instanceof NotModelled) return new Response(`${error.message}\n`, { status: 501 })
    throw error
  }
}

export function hostOf(hostname: string): { kind: HostKind; shop: string | null } {
  if (hostname === 'admin.localhost') return { kind: 'admin', shop: null }
  if (hostname === 'app.localhost') return { kind: 'app', shop: null }
  if (hostname === 'mail.localhost') return { kind: 'mail', shop: null }
  if (hostname === 'providers.localhost') return { kind: 'providers', shop: null }
  if (PROVIDER_HOSTS.includes(hostname)) return { kind: 'provider-api', shop: null }
  if (hostname === STORAGE_HOST) return { kind: 'storage', shop: null }
  if (hostname === UPLOAD_HOST) return { kind: 'upload', shop: null }
  if (hostname.endsWith('.myshopify.com')) return { kind: 'platform', shop: hostname }
  if (hostname.endsWith('.localhost')) return { kind: 'storefront', shop: hostname.slice(0, -'.localhost'.length) }
  return { kind: 'any', shop: null }
}
