import type { Part } from './routes.ts'
import { dataRequest, redactCustomer } from './shop/customers-privacy.ts'
import { install } from './tokens/install.ts'
import { uninstall } from './tokens/uninstall.ts'
import { deliveries, pending, replay } from './webhooks/log.ts'

const PATIENCE_MS = 25_000

/** What tests and the admin pages ask of the simulator itself: /__simulator/* on every host. */
export const control: Part = (routes, simulator) => {
  const { clock, faults, store } = simulator
  const say = (value: unknown) => Response.json(value ?? null)
  const tell = (offsetMs: number) => say({ offsetMs, now: clock.now().toISOString() })

  routes.route('any', 'GET', '/__simulator/clock', async ({ url }) => {
    const since = url.searchParams.get('since')
    return tell(since === null ? clock.offsetMs() : await clock.changed(Number(since), PATIENCE_MS))
  })
  routes.route('any', 'POST', '/__simulator/clock', async ({ request }) => {
    const { pushMs } = await request.json()
    await clock.push(Number(pushMs))
    return tell(clock.offsetMs())
  })

  routes.route('any', 'GET', '/__simulator/faults', () => say(faults.list()))
  routes.route('any', 'POST', '/__simulator/faults', async ({ request }) => say(await faults.add(await request.json())))
  routes.route('any', 'DELETE', '/__simulator/faults', async () => say(await faults.clear()))

  routes.route('any', 'GET', '/__simulator/webhooks', async ({ url }) =>
    say(await deliveries(simulator, Object.fromEntries(url.searchParams))),
  )
  routes.route('any', 'POST', '/__simulator/webhooks/:id/replay', async ({ request, params }) => {
    const asked = await request.json().catch(() => ({}))
    return say(await replay(simulator, Number(params['id']), asked))
  })
  // How many webhooks are still on their way now: tests wait for 0.
  routes.route('any', 'GET', '/__simulator/pending', async () => say({ webhooks: await pending(simulator) }))

  routes.route('any', 'GET', '/__simulator/shops', async () => say(await store.shops()))
  routes.route('any', 'POST', '/__simulator/shops/:shop/install', async ({ params }) => say(await install(simulator, params['shop'] ?? '')))
  routes.route('any', 'POST', '/__simulator/shops/:shop/uninstall', async ({ params }) =>
    say(await uninstall(simulator, params['shop'] ?? '')),
  )
  routes.route('any', 'POST', '/__simulator/shops/:shop/customers/:id/data-request', async ({ params }) =>
    say(await dataRequest(simulator, params['shop'] ?? '', Number(params['id']))),
  )
  routes.route('any', 'POST', '/__simulator/shops/:shop/customers/:id/redact', async ({ params }) =>
    say(await redactCustomer(simulator, params['shop'] ?? '', Number(params['id']))),
  )
}
