import { data, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { useFetcher, useLoaderData } from '@remix-run/react'
import { useAppBridge } from '@shopify/app-bridge-react'
import { useCallback, useEffect } from 'react'
import { recentDeliveries } from '#app/platform/deliveries.server.ts'
import { environment } from '#app/platform/env.server.ts'
import { answerSave, readJson } from '#app/platform/json.server.ts'
import { NamedProvider, ProviderRequest, type ConnectionKeys } from '#app/rewards/providers/connection.ts'
import { markOfConnection, readConnection } from '#app/rewards/providers/connections.server.ts'
import { carryOut } from '#app/rewards/providers/connect.server.ts'
import { ProviderPage } from '#app/rewards/providers/provider-page.tsx'
import { providerView } from '#app/rewards/providers/providers-view.ts'
import { words } from '#app/rewards/providers/words.ts'
import { readShop } from '#app/shops/shop.server.ts'
import { authenticate } from '#app/shopify.server.ts'
import { keepPage } from '#app/ui/keep-page.ts'
import { useHeld } from '#app/ui/use-held.tsx'

const providerIn = (name: string | undefined) => {
  const named = NamedProvider.safeParse(name)
  if (!named.success) throw data({ error: 'Encore knows no such review app.' }, { status: 404 })
  return named.data
}

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { shop } = (await authenticate.admin(request)).session
  const provider = providerIn(params['provider'])
  const [stored, deliveries, known] = await Promise.all([readConnection(shop, provider), recentDeliveries(shop, provider), readShop(shop)])
  const place = { appUrl: environment().SHOPIFY_APP_URL, timeZone: known?.timeZone ?? 'UTC' }
  return { opened: markOfConnection(stored), view: providerView(provider, stored, deliveries, place) }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { shop } = (await authenticate.admin(request)).session
  const asked = await readJson(request, ProviderRequest)
  const { saved, ...told } = await carryOut(shop, providerIn(params['provider']), asked)
  return answerSave(saved, told)
}

export const clientAction = keepPage()

export default function OneProvider() {
  const { view, opened: mark } = useLoaderData<typeof loader>()
  const { submit, state, data: answer } = useFetcher<typeof action>()
  const shopify = useAppBridge()
  const ask = useCallback((request: ProviderRequest) => submit(request as never, { method: 'POST', encType: 'application/json' }), [submit])
  const { label } = view
  const { shown, opened, conflict } = useHeld({ opened: mark }, answer)
  const held = { opened: shown.opened, conflict, onSave: (keys: ConnectionKeys) => ask({ action: 'save', keys, opened: opened() }) }
  useEffect(() => {
    if (answer?.tested) shopify.toast.show(words.tested[answer.tested], { isError: answer.tested !== 'arrived' })
    if (answer?.done === 'save' && answer.opened) shopify.toast.show(words.keysSaved)
    if (answer?.done === 'disconnect')
      shopify.toast.show(words.disconnected(label), { action: words.undo, onAction: () => ask({ action: 'undo' }) })
  }, [answer, ask, label, shopify])
  return <ProviderPage key={view.provider} {...held} view={view} busy={state !== 'idle'} onAsk={ask} />
}
