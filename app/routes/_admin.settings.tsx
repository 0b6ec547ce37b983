import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useFetcher, useLoaderData } from '@remix-run/react'
import { useAppBridge } from '@shopify/app-bridge-react'
import { useEffect } from 'react'
import { NightlyChecks } from '#app/catalog/nightly-checks.tsx'
import { nightRows } from '#app/catalog/nights.ts'
import { listReconciliations } from '#app/catalog/mirror/sync.server.ts'
import { choosable } from '#app/offers/list/listing.ts'
import { listOffers } from '#app/offers/list/listing.server.ts'
import { environment } from '#app/platform/env.server.ts'
import { answerSave, readSave, whole } from '#app/platform/json.server.ts'
import { markOf } from '#app/platform/saved.server.ts'
import { listPrivacyRequests } from '#app/shops/privacy.server.ts'
import { readShop } from '#app/shops/shop.server.ts'
import { authenticate } from '#app/shopify.server.ts'
import { SettingsPage } from '#app/surfaces/settings/settings-page.tsx'
import { readSettings, saveSettings } from '#app/surfaces/settings/settings.server.ts'
import { SurfaceSettings } from '#app/surfaces/settings/settings.ts'
import { words } from '#app/surfaces/words.ts'
import { lackingScopes, privacyRows } from '#app/surfaces/settings/settings-view.ts'
import { keepPage } from '#app/ui/keep-page.ts'
import { useGo } from '#app/ui/use-go.tsx'
import { useHeld } from '#app/ui/use-held.tsx'
import { PageQuery } from '#app/values/listed.ts'
import { refuse } from '#app/values/outcome.ts'

export async function loader({ request }: LoaderFunctionArgs) {
  const { session } = await authenticate.admin(request)
  const [shop, settings, offers, privacy, nights] = await Promise.all([
    readShop(session.shop),
    readSettings(session.shop),
    listOffers(session.shop),
    listPrivacyRequests(session.shop, PageQuery.parse(Object.fromEntries(new URL(request.url).searchParams)).page),
    listReconciliations(session.shop),
  ])
  return {
    settings,
    opened: markOf(settings),
    offers: choosable(offers, settings.fallbackOfferId),
    lacking: lackingScopes(environment().SCOPES, shop?.scopes ?? []),
    privacy: { page: privacy.page, more: privacy.more, requests: privacyRows(privacy.rows, shop?.timeZone ?? 'UTC') },
    nights: nightRows(nights, shop?.timeZone ?? 'UTC'),
  }
}

export async function action({ request }: ActionFunctionArgs) {
  const { session } = await authenticate.admin(request)
  const { form, opened } = await readSave(request, whole(SurfaceSettings))
  const known = form.fallbackOfferId === null || (await listOffers(session.shop)).some(({ id }) => id === form.fallbackOfferId)
  if (!known) return answerSave(refuse('offer-gone'))
  return answerSave(await saveSettings(session.shop, form, opened))
}

export const clientAction = keepPage()

export default function Settings() {
  const { nights, settings, opened: mark, ...page } = useLoaderData<typeof loader>()
  const { submit, state, data: answer } = useFetcher<typeof action>()
  const shopify = useAppBridge()
  const go = useGo()
  const { shown, opened, conflict } = useHeld({ settings, opened: mark }, answer)
  useEffect(() => {
    if (answer?.opened) shopify.toast.show(words.settingsSaved)
  }, [answer, shopify])
  return (
    <SettingsPage
      {...page}
      key={shown.opened}
      settings={shown.settings}
      problems={answer?.because === 'offer-gone' ? { fallbackOfferId: words.fallbackGone } : {}}
      conflict={conflict}
      saving={state !== 'idle'}
      onGo={({ page: asked }) => go(() => ({ page: String(asked) }))}
      onSave={(form) => submit({ form, opened: opened() }, { method: 'POST', encType: 'application/json' })}
    >
      <NightlyChecks nights={nights} />
    </SettingsPage>
  )
}
