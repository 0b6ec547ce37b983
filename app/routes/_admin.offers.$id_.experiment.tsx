import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { useFetcher, useLoaderData } from '@remix-run/react'
import { useAppBridge } from '@shopify/app-bridge-react'
import { useCallback, useEffect } from 'react'
import { ExperimentPage } from '#app/analytics/experiment/experiment-page.tsx'
import { comparedView, preparedView } from '#app/analytics/experiment/experiment-view.ts'
import { EXPERIMENT_WORDS as words } from '#app/analytics/experiment/experiment-words.ts'
import { readSides } from '#app/analytics/experiment/sides.server.ts'
import { readNames } from '#app/catalog/names.server.ts'
import { ExperimentRequest, stageOf } from '#app/offers/experiment/experiment.ts'
import {
  alignExperiment,
  discardExperiment,
  endExperiment,
  isInExperiment,
  listEdits,
  prepareExperiment,
  readExperiments,
  startExperiment,
  type Sides,
} from '#app/offers/experiment/experiments.server.ts'
import { readOffer, readOfferNames, readTerms } from '#app/offers/offers.server.ts'
import { namedInAll } from '#app/offers/sentence.ts'
import { now } from '#app/platform/clock.server.ts'
import { readJson } from '#app/platform/json.server.ts'
import { authenticate } from '#app/shopify.server.ts'
import { followFallback } from '#app/surfaces/settings/settings.server.ts'
import { readUses } from '#app/surfaces/accept/use.server.ts'
import { keepPage } from '#app/ui/keep-page.ts'
import { useKey } from '#app/ui/use-key.tsx'
import { refuse } from '#app/values/outcome.ts'

export async function loader({ request, params: { id = '' } }: LoaderFunctionArgs) {
  const { shop } = (await authenticate.admin(request)).session
  const [offer, found, terms] = await Promise.all([readOffer(shop, id), readExperiments(shop, id), readTerms(shop)])
  if (!offer) throw data({ error: words.offerGone }, { status: 404 })
  const [open, past] = [found.find(({ experiment }) => !experiment.endedAt), found.filter(({ experiment }) => experiment.endedAt)]
  return {
    offer: { id, title: offer.definition.title, archived: offer.archived },
    open: open ? await viewOf(shop, open, terms.timeZone) : null,
    past: await Promise.all(past.map((sides) => compared(shop, sides, terms.timeZone))),
  }
}

const viewOf = (shop: string, sides: Sides, timeZone: string) =>
  stageOf(sides.experiment) === 'prepared' ? prepared(shop, sides, timeZone) : compared(shop, sides, timeZone)

async function prepared(shop: string, sides: Sides, timeZone: string) {
  const named = namedInAll([sides.original.definition, sides.challenger.definition], [])
  const [things, offers, { currency }] = await Promise.all([readNames(shop, named), readOfferNames(shop, named.offers), readTerms(shop)])
  return preparedView(sides, { names: { ...things, offers }, currency }, timeZone)
}

async function compared(shop: string, sides: Sides, timeZone: string) {
  const { startedAt, createdAt, endedAt, originalId, challengerId } = sides.experiment
  const range = { from: startedAt ?? createdAt, to: endedAt ?? now() }
  const [sums, edits, uses] = await Promise.all([
    readSides(shop, [originalId, challengerId], range),
    listEdits(shop, sides.experiment),
    readUses(shop),
  ])
  return comparedView(sides, { ...sums, edits, uses, timeZone })
}

export async function action({ request, params: { id = '' } }: ActionFunctionArgs) {
  const { shop } = (await authenticate.admin(request)).session
  const asked = await readJson(request, ExperimentRequest)
  const done = await carryOut(shop, id, asked)
  if (!done.ok) return data({ refused: done.because }, { status: done.because === 'gone' ? 404 : 409 })
  if (asked.action === 'prepare' && done.value) throw redirect(`/offers/${done.value.challengerId}`)
  return { done: asked.action }
}

async function carryOut(shop: string, offerId: string, asked: ExperimentRequest) {
  if (asked.action !== 'prepare' && !(await isInExperiment(shop, asked.experiment, offerId))) return refuse('gone')
  switch (asked.action) {
    case 'prepare':
      return prepareExperiment(shop, offerId, asked.key)
    case 'start':
      return startExperiment(shop, asked.experiment, asked.share, now())
    case 'align':
      return alignExperiment(shop, asked.experiment)
    case 'end':
      return end(shop, asked.experiment, asked.keep)
    case 'discard':
      return discardExperiment(shop, asked.experiment)
  }
}

async function end(shop: string, experiment: string, keep: string) {
  const ended = await endExperiment(shop, experiment, keep, now())
  if (!ended.ok) return ended
  const { originalId, challengerId } = ended.value
  await followFallback(shop, keep === originalId ? challengerId : originalId, keep)
  return ended
}

export const clientAction = keepPage()

export default function OfferExperiment() {
  const page = useLoaderData<typeof loader>()
  const { submit, state, data: answer } = useFetcher<typeof action>()
  const key = useKey(answer)
  const shopify = useAppBridge()
  const ask = useCallback((wanted: ExperimentRequest) => submit(wanted as never, { method: 'POST', encType: 'application/json' }), [submit])
  useEffect(() => {
    if (answer && 'done' in answer && answer.done !== 'prepare') shopify.toast.show(words.done[answer.done])
  }, [answer, shopify])
  return (
    <ExperimentPage
      {...page}
      refused={answer && 'refused' in answer ? words.refused[answer.refused] : null}
      busy={state !== 'idle'}
      onPrepare={() => ask({ action: 'prepare', key })}
      onStart={(experiment, share) => ask({ action: 'start', experiment, share })}
      onAlign={(experiment) => ask({ action: 'align', experiment })}
      onEnd={(experiment, keep) => ask({ action: 'end', experiment, keep })}
      onDiscard={(experiment) => ask({ action: 'discard', experiment })}
    />
  )
}
