/** @jsxImportSource preact */
import type { BlockAnswer, BlockTaken } from '../../../app/surfaces/contract.ts'
import { useEffect, useState } from 'preact/hooks'
import { checkoutLink } from './checkout.ts'
import { OfferCard, OfferSkeleton } from './offer.tsx'
import { readApp } from './page.ts'
import { load } from './server.ts'
import { OwnCodes, ReviewPrompt } from './thanks.tsx'

/** Draws what the app answers; without an answer nothing at all. Where an offer is likely, its place is kept from the start. */
export function Block() {
  const app = readApp()
  const [answer, setAnswer] = useState<BlockAnswer | null>()
  const url = app?.url
  useEffect(() => {
    if (url) void load(url).then(setAnswer)
  }, [url])
  if (!app || answer === null) return null
  if (!answer) return app.active ? <OfferSkeleton /> : null
  return (
    <s-stack gap="large">
      {answer.offer && <OfferCard url={app.url} offer={answer.offer} />}
      {answer.taken && <Taken url={app.url} taken={answer.taken} />}
      {answer.codes && <OwnCodes {...answer.codes} />}
      {answer.review && <ReviewPrompt {...answer.review} />}
    </s-stack>
  )
}

const Taken = ({ url, taken: { text, button, placement, stepId } }: { url: string; taken: BlockTaken }) => (
  <s-section>
    <s-stack gap="base">
      <s-paragraph>{text}</s-paragraph>
      <s-button variant="secondary" href={checkoutLink(url, placement, stepId, [])}>
        {button}
      </s-button>
    </s-stack>
  </s-section>
)
