import { data, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { useFetcher, useLoaderData } from '@remix-run/react'
import { useAppBridge } from '@shopify/app-bridge-react'
import { useEffect } from 'react'
import { NightlyChecks } from '#app/catalog/nightly-checks.tsx'
import { nightRows } from '#app/catalog/nights.ts'
import { listReconciliations } from '#app/catalog/mirror/sync.server.ts'
import { choosable } from '#app/offers/list/listing.ts'
import { listOffers } from '#app/offers/list/listing.server.ts'
import { environment } from '#app/platform/env.server.ts'
import { readWhole } from '#app/platform/json.server.ts'
import { listPrivacyRequests } from '#app/shops/privacy.server.ts'
import { readShop } from '#app/shops/shop.server.ts'
import { authenticate } from '#app/shopify.server.ts'
import { SettingsPage } from '#app/surfaces/settings/settings-page.tsx'
import { readSettings, saveSettings } from '#app/surfaces/settings/settings.server.ts'
import { SurfaceSettings } from '#app/surfaces/settings/settings.ts'
import { lackingScopes, privacyRows } from '#app/surfaces/settings/settings-view.ts'
import { keepPage } from '#app/ui/keep-page.ts'

export async function loader({ request }: LoaderFunctionArgs) {
  const { session } = await authenticate.admin(request)
  const [shop, settings, offers, privacy, nights] = await Promise.all([
    readShop(session.shop),
    readSettings(session.shop),
    listOffers(session.shop),
    listPrivacyRequests(session.shop),
    listReconciliations(session.shop),
  ])
  return {
    settings,
    offers: choosable(offers, settings.fallbackOfferId),
    lacking: lackingScopes(environment().SCOPES, shop?.scopes ?? []),
    privacy: privacyRows(privacy, shop?.timeZone ?? 'UTC'),
    nights: nightRows(nights, shop?.timeZone ?? 'UTC'),
  }
}

export async function action({ request }: ActionFunctionArgs) {
  const { session } = await authenticate.admin(request)
  const asked = await readWhole(request, SurfaceSettings)
  const known = asked.fallbackOfferId === null || (await listOffers(session.shop)).some(({ id }) => id === asked.fallbackOfferId)
  if (!known) return data({ problems: { fallbackOfferId: 'This offer no longer exists. Choose another.' } }, { status: 422 })
  await saveSettings(session.shop, asked)
  return { problems: {} }
}

export const clientAction = keepPage()

export default function Settings() {
  const { nights, ...page } = useLoaderData<typeof loader>()
  const { submit, state, data: answer } = useFetcher<typeof action>()
  const shopify = useAppBridge()
  useEffect(() => {
    if (answer && Object.keys(answer.problems).length === 0) shopify.toast.show('Settings saved')
  }, [answer, shopify])
  return (
    <SettingsPage
      {...page}
      key={JSON.stringify(page.settings)}
      problems={answer?.problems ?? {}}
      saving={state !== 'idle'}
      onSave={(settings) => submit(settings, { method: 'POST', encType: 'application/json' })}
    >
      <NightlyChecks nights={nights} />
    </SettingsPage>
  )
}
