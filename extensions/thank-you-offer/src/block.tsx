/** @jsxImportSource preact */
import type { BlockAnswer, BlockTaken } from '../../../app/surfaces/contract.ts'
import { useEffect, useMemo, useState } from 'preact/hooks'
import { checkoutLink } from './checkout.ts'
import { OfferCard } from './offer.tsx'
import { isLikelyNow, readApp } from './page.ts'
import { load } from './server.ts'
import { OwnCodes, ReviewPrompt } from './thanks.tsx'

/** Draws what the app answers; without an answer nothing at all. Where an offer is likely, its place is kept from the start. */
export function Block() {
  const app = readApp()
  const [answer, setAnswer] = useState<BlockAnswer | null>()
  const url = app?.url
  // Asked before anything is drawn: an effect would run a frame later.
  const asked = useMemo(() => (url ? load(url) : undefined), [url])
  useEffect(() => void asked?.then(setAnswer), [asked])
  if (!app || !(answer === undefined ? isLikelyNow(app) : answer)) return null
  return (
    <s-stack gap="large">
      {answer?.sample && <s-banner heading={answer.sample} />}
      {(!answer || answer.offer) && <OfferCard url={app.url} offer={answer?.offer} />}
      {answer?.taken && <Taken url={app.url} taken={answer.taken} />}
      {answer?.codes && <OwnCodes {...answer.codes} />}
      {answer?.review && <ReviewPrompt {...answer.review} />}
    </s-stack>
  )
}

const Taken = ({ url, taken: { text, button, placement, stepId } }: { url: string; taken: BlockTaken }) => (
  <s-section>
    <s-stack gap="base">
      <s-paragraph>{text}</s-paragraph>
      <s-button variant="secondary" {...checkoutLink(url, placement, stepId, [])}>
        {button}
      </s-button>
    </s-stack>
  </s-section>
)
