// Runs before the app (`node --import ./test/simulator/preload.mjs`): everything it asks of Shopify reaches the simulator,
// below fetch, so that Shopify's libraries run unmodified; and its clock shows the simulator's time.
import http from 'node:http'
import { Agent, setGlobalDispatcher } from 'undici'

const SIMULATOR = new URL(process.env.SHOPIFY_SIM_URL ?? 'http://127.0.0.1:4000')
// Staged uploads go to Google, at a host of Shopify's name.
const SHOPIFY =
  /(^|\.)(myshopify\.com|shopify\.com)$|^(shopify-staged-uploads\.storage\.googleapis\.com|judge\.me|api\.okendo\.io|api\.yotpo\.com|api\.fera\.ai)$/
const LOOPBACK = /^(127\.\d+\.\d+\.\d+|localhost|.+\.localhost|\[::1\])$/
const RealDate = globalThis.Date

class Redirecting extends Agent {
  dispatch(options, handler) {
    const asked = new URL(options.origin)
    // Not every resolver knows that names below localhost are this machine; they are all the simulator's.
    if (SHOPIFY.test(asked.hostname) || asked.hostname.endsWith('.localhost')) {
      const headers = Array.isArray(options.headers) ? [...options.headers, 'host', asked.host] : { ...options.headers, host: asked.host }
      return super.dispatch({ ...options, origin: SIMULATOR.origin, headers }, handler)
    }
    if (process.env.SIM_STRICT === '1' && !LOOPBACK.test(asked.hostname)) {
      throw new Error(`SIM_STRICT: the app tried to reach ${asked.origin}`)
    }
    return super.dispatch(options, handler)
  }
}
// Bulk results are streamed for longer than undici's default patience when the loader is busy writing.
setGlobalDispatcher(new Redirecting({ bodyTimeout: 0 }))

let offset = 0
globalThis.Date = new Proxy(RealDate, {
  construct: (target, given, newTarget) => Reflect.construct(target, given.length === 0 ? [target.now() + offset] : given, newTarget),
  apply: (target) => new target(target.now() + offset).toString(),
  get: (target, key) => (key === 'now' ? () => target.now() + offset : Reflect.get(target, key)),
})

// With node:http, not fetch, so that nothing of the app sees these requests, and unreferenced, so that they keep no process alive.
function readClock(query) {
  return new Promise((resolve, reject) => {
    const request = http.get(new URL(`/__simulator/clock${query}`, SIMULATOR), { agent: false }, (response) => {
      let body = ''
      response.setEncoding('utf8')
      response.on('data', (chunk) => (body += chunk))
      response.on('end', () => {
        try {
          resolve(JSON.parse(body).offsetMs)
        } catch (error) {
          reject(error)
        }
      })
      response.on('error', reject)
    })
    request.on('socket', (socket) => query && socket.unref())
    request.on('error', reject)
  })
}

async function follow() {
  for (;;) {
    try {
      offset = await readClock(`?since=${offset}`)
    } catch {
      await new Promise((resolve) => setTimeout(resolve, 1_000).unref())
    }
  }
}

offset = await readClock('').catch(() => 0) // the simulator may start after the app
void follow()
