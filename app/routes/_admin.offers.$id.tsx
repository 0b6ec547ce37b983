import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { useFetcher, useLoaderData, useLocation, useNavigate, useRevalidator, useSearchParams } from '@remix-run/react'
import { useAppBridge } from '@shopify/app-bridge-react'
import { useCallback, useEffect, useMemo, useRef } from 'react'
import { readSteps } from '#app/analytics/totals.server.ts'
import { readNames } from '#app/catalog/names.server.ts'
import { checkOffer, problemsOf } from '#app/offers/check.ts'
import { ArchivedBanner } from '#app/offers/list/archived-banner.tsx'
import { draftOf } from '#app/offers/editor/draft.ts'
import { EDITOR_WORDS as words } from '#app/offers/editor/editor-words.ts'
import { ExperimentBanner } from '#app/offers/experiment/experiment-banner.tsx'
import { readInTest } from '#app/offers/experiment/experiments.server.ts'
import { listOffers } from '#app/offers/list/listing.server.ts'
import { readLanguage, readOffer, readOfferNames, readTerms, saveNewOffer, saveOffer } from '#app/offers/offers.server.ts'
import { OfferEditor } from '#app/offers/editor/offer-editor.tsx'
import { TITLE_FIELD } from '#app/offers/editor/side-cards.tsx'
import { SaveRequest, type Changed, type ListRequest } from '#app/offers/requests.ts'
import { namedIn } from '#app/offers/sentence.ts'
import { draftFrom } from '#app/offers/list/templates.ts'
import { LIST_WORDS } from '#app/offers/list/words.ts'
import { readJson } from '#app/platform/json.server.ts'
import { now } from '#app/platform/clock.server.ts'
import { isAutomationOn } from '#app/retention/admin.server.ts'
import { authenticate } from '#app/shopify.server.ts'
import { OfferPreview } from '#app/surfaces/preview/offer-preview.tsx'
import { readShutPlaces } from '#app/surfaces/shut.server.ts'
import { readUse } from '#app/surfaces/accept/use.server.ts'
import { keepPage, unlessRefused } from '#app/ui/keep-page.ts'
import { useKey } from '#app/ui/use-key.tsx'
import { words as uiWords } from '#app/ui/words.ts'
import { lastDays } from '#app/values/time.ts'

const NEW = 'new'

export async function loader({ request, params: { id = NEW } }: LoaderFunctionArgs) {
  const { shop } = (await authenticate.admin(request)).session
  const offer = id === NEW ? null : await readOffer(shop, id)
  if (!offer && id !== NEW) throw data({ error: 'This offer no longer exists.' }, { status: 404 })
  const terms = await readTerms(shop)
  const named = namedIn(offer?.definition)
  const [things, called, figures, offers, language, use, shut, test] = await Promise.all([
    readNames(shop, named),
    readOfferNames(shop, named.offers),
    offer ? readSteps(shop, offer.id, lastDays(now(), 30, terms.timeZone)) : {},
    listOffers(shop),
    readLanguage(shop),
    offer ? readUse(shop, offer.id) : null,
    readShutPlaces(shop, isAutomationOn(shop, 'missed-offer')),
    offer ? readInTest(shop, offer.id) : null,
  ])
  const nameable = offers.filter((one) => one.id !== id && !one.archived).map(({ id: value, title }) => ({ id: value, title }))
  return { offer, test, figures, surroundings: { terms, names: { ...things, offers: called }, offers: nameable, language, use, shut } }
}

export async function action({ request, params: { id = NEW } }: ActionFunctionArgs) {
  const { session } = await authenticate.admin(request)
  const asked = await readJson(request, SaveRequest)
  const checked = checkOffer(asked.definition)
  if (!checked.ok) return data({ because: 'invalid' as const, problems: problemsOf(checked) }, { status: 422 })
  const saved = await (id === NEW
    ? saveNewOffer(session.shop, asked.key, checked.value, asked.status)
    : saveOffer(session.shop, id, checked.value, asked.version ?? 0, asked))
  if (!saved.ok) return data({ because: saved.because }, { status: saved.because === 'gone' ? 404 : 409 })
  if (id === NEW) throw redirect(`/offers/${saved.value.id}`)
  return { saved: saved.value.version }
}

export const clientAction = keepPage(uiWords.offerSaved)

export const shouldRevalidate = unlessRefused

export default function EditOffer() {
  const { offer, test, surroundings, figures } = useLoaderData<typeof loader>()
  const [params] = useSearchParams()
  // Of each version anew: what was refused of an older one is past once the newer one shows.
  const { submit, state, data: answer } = useFetcher<typeof action>({ key: `save-${offer?.id ?? NEW}-${offer?.version ?? 0}` })
  const { revalidate } = useRevalidator()
  const key = useKey(useLocation().key)
  const begun = useMemo(
    () =>
      offer
        ? { draft: draftOf(offer, surroundings.terms), template: null }
        : draftFrom(params.get('template'), surroundings.terms.currency),
    [offer, surroundings, params],
  )
  const { busy, actions, restore } = useOfferActions(offer)
  useNameOfCopy(offer?.id)
  const shopify = useAppBridge()
  const refusal = answer && 'because' in answer ? answer : null
  const saved = answer && 'saved' in answer ? answer.saved : undefined
  useEffect(() => {
    if (saved !== undefined) shopify.toast.show(uiWords.offerSaved)
  }, [saved, shopify])
  return (
    <OfferEditor
      key={`${offer?.id}:${offer?.version}:${begun.template?.id}`}
      id={offer?.id ?? null}
      title={offer?.definition.title ?? words.newOffer}
      initial={begun.draft}
      surroundings={surroundings}
      figures={figures}
      refusal={refusal}
      onDiscard={() => refusal?.because === 'changed-meanwhile' && revalidate()}
      saving={state !== 'idle'}
      todo={begun.template?.todo ?? []}
      notice={
        <>
          {offer?.archived ? <ArchivedBanner busy={busy} onRestore={restore} /> : null}
          {offer && test ? <ExperimentBanner id={offer.id} test={test} /> : null}
        </>
      }
      actions={actions}
      onSave={(definition, changed) =>
        submit({ definition, ...changed, ...(offer ? { version: offer.version } : { version: null, key }) } as never, {
          method: 'POST',
          encType: 'application/json',
        })
      }
      renderPreview={({ candidate, language, setLanguage }) => (
        <OfferPreview steps={candidate.steps} shownOn={candidate.shownOn} language={language} onLanguage={setLanguage} />
      )}
    />
  )
}

/** Who made a copy most likely gives it a name next. */
function useNameOfCopy(id: string | undefined) {
  const { state } = useLocation() as { state: { copy?: string } | null }
  const copy = state?.copy === id ? id : undefined
  useEffect(() => {
    const name = copy ? document.getElementById(TITLE_FIELD) : null
    name?.focus()
    if (name instanceof HTMLInputElement) name.select()
  }, [copy])
}

/** What the list does with many offers, for this one; a copy is opened. */
function useOfferActions(offer: { id: string; archived: boolean } | null) {
  const { submit, state, data: done } = useFetcher<Changed>()
  const shopify = useAppBridge()
  const navigate = useNavigate()
  const key = useKey(done)
  const ask = useCallback(
    (wanted: ListRequest) => submit(wanted as never, { method: 'POST', action: '/offers?index', encType: 'application/json' }),
    [submit],
  )
  const told = useRef<Changed>()
  useEffect(() => {
    // Going on while the page is still loaded anew would leave that unfinished.
    if (!done || done.changed === 0 || told.current === done || state !== 'idle') return
    told.current = done
    const { undo, copies: [copy] = [] } = done
    const way = undo && !copy ? { action: LIST_WORDS.undo, onAction: () => ask(undo) } : {}
    shopify.toast.show(LIST_WORDS.done[done.action](done.changed), way)
    if (copy) navigate(`/offers/${copy}`, { state: { copy } })
  }, [done, state, shopify, ask, navigate])
  const act = (action: 'duplicate' | 'archive' | 'restore') => () => offer && ask({ action, ids: [offer.id], key })
  const actions = [
    { content: words.versions, url: `/offers/${offer?.id}/versions` },
    { content: words.experiment, url: `/offers/${offer?.id}/experiment` },
    { content: words.duplicate, onAction: act('duplicate') },
    ...(offer?.archived ? [] : [{ content: words.archive, onAction: act('archive') }]),
  ]
  return { busy: state !== 'idle', actions: offer ? actions : [], restore: act('restore') }
}
