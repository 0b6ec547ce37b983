import type { Answer, Part, Visit } from '../routes.ts'
import { sessionToken } from '../tokens/issue.ts'
import { assets } from './assets.ts'
import type { UiExtension } from './extensions.ts'
import { uiExtensions } from './extensions.ts'
import { frameDocument } from './frame.ts'
import { loggedIn } from '../storefront/account.ts'

const script = (text: string) =>
  new Response(text, { headers: { 'content-type': 'text/javascript; charset=utf-8', 'cache-control': 'no-store' } })

const missing = () => new Response('There is no such extension\n', { status: 404 })

const withExtension =
  (answer: (extension: UiExtension, visit: Visit) => Response): Answer =>
  async (visit) => {
    const built = await uiExtensions(visit.simulator.settings.projectFolder)
    const found = built.find(({ handle }) => handle === visit.params['handle'])
    return found ? answer(found, visit) : missing()
  }

/** An extension of the admin reaches its app without asking for network access (documented). */
const isForAdmin = ({ targets }: UiExtension): boolean => targets.some(({ target }) => target.startsWith('admin.'))

/** What the pages' blocks are made of, and what they ask of the page. */
export const uiExtensionParts: Part = (routes) => {
  const at = '/__simulator/ui-extensions'
  routes.route('any', 'GET', `${at}/storefront.js`, async () => script((await assets()).storefront))
  routes.route('any', 'GET', `${at}/admin.js`, async () => script((await assets()).admin))
  routes.route('any', 'GET', `${at}/sandbox.js`, async () => script((await assets()).sandbox))
  routes.route(
    'any',
    'GET',
    `${at}/:handle/frame`,
    withExtension((extension) => frameDocument(extension.networkAccess || isForAdmin(extension))),
  )
  routes.route(
    'any',
    'GET',
    `${at}/:handle/extension.js`,
    withExtension((extension) => script(extension.script)),
  )
  routes.route('storefront', 'POST', '/checkouts/:token/session_token', token)
  routes.route('storefront', 'POST', '/orders/:token/session_token', token)
}

/** `sessionToken.get()`: who is logged in, where the app may know customers. */
const token: Answer = async (visit) => {
  const { simulator, shop, params } = visit
  const order = shop && (await simulator.store.find(shop.domain, 'order', params['token'] ?? ''))
  if (!shop?.installed || !order) return new Response('There is no such order\n', { status: 404 })
  const customer = await loggedIn(visit, order)
  const mayKnow = simulator.settings.protectedCustomerData && shop.installed.scopes.includes(simulator.settings.scopeForSub)
  return new Response(sessionToken(simulator, shop, customer && mayKnow ? customer.id : null))
}
