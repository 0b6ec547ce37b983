import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { useFetcher, useLoaderData } from '@remix-run/react'
import { useMemo } from 'react'
import { readSteps } from '#app/analytics/totals.server.ts'
import { readNames } from '#app/catalog/names.server.ts'
import { checkOffer, problemsOf } from '#app/offers/check.ts'
import { draftOf, emptyDraft } from '#app/offers/draft.ts'
import { createOffer, readOffer, readOfferNames, readTerms, saveOffer } from '#app/offers/offers.server.ts'
import { OfferEditor } from '#app/offers/offer-editor.tsx'
import { SaveRequest } from '#app/offers/requests.ts'
import { namedIn } from '#app/offers/sentence.ts'
import { readJson } from '#app/platform/json.server.ts'
import { now } from '#app/platform/clock.server.ts'
import { authenticate } from '#app/shopify.server.ts'
import { useSavedToast } from '#app/ui/saved-toast.tsx'
import { lastDays } from '#app/values/time.ts'

const NEW = 'new'

export async function loader({ request, params: { id = NEW } }: LoaderFunctionArgs) {
  const { session } = await authenticate.admin(request)
  const offer = id === NEW ? null : await readOffer(session.shop, id)
  if (!offer && id !== NEW) throw data({ error: 'This offer no longer exists.' }, { status: 404 })
  const terms = await readTerms(session.shop)
  const named = namedIn(offer?.definition)
  const [things, offers, figures] = await Promise.all([
    readNames(session.shop, named),
    readOfferNames(session.shop, named.offers),
    offer ? readSteps(session.shop, offer.id, lastDays(now(), 30, terms.timeZone)) : {},
  ])
  return { offer, terms, names: { ...things, offers }, figures }
}

export async function action({ request, params: { id = NEW } }: ActionFunctionArgs) {
  const { session } = await authenticate.admin(request)
  const asked = await readJson(request, SaveRequest)
  const checked = checkOffer(asked.definition)
  if (!checked.ok) return data({ because: 'invalid' as const, problems: problemsOf(checked) }, { status: 422 })
  if (id === NEW) throw redirect(`/offers/${(await createOffer(session.shop, checked.value, asked.status)).id}?saved=1`)
  const saved = await saveOffer(session.shop, id, checked.value, asked.version ?? 0, asked.status)
  return saved.ok ? { saved: saved.value.version } : data({ because: saved.because }, { status: 409 })
}

export default function EditOffer() {
  const { offer, terms, names, figures } = useLoaderData<typeof loader>()
  const { submit, state, data: answer } = useFetcher<typeof action>({ key: `save-${offer?.id ?? NEW}` })
  const initial = useMemo(() => (offer ? draftOf(offer, terms) : emptyDraft()), [offer, terms])
  useSavedToast(answer && 'saved' in answer ? answer.saved : undefined)
  return (
    <OfferEditor
      key={`${offer?.id}:${offer?.version}`}
      title={offer?.definition.title ?? 'New offer'}
      initial={initial}
      terms={terms}
      names={names}
      figures={figures}
      refusal={answer && 'because' in answer ? answer : null}
      saving={state !== 'idle'}
      onSave={(definition, status) =>
        submit({ definition, status, version: offer?.version ?? null } as never, { method: 'POST', encType: 'application/json' })
      }
    />
  )
}
