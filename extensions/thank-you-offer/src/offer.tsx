/** @jsxImportSource preact */
import type { BlockOffer, BlockStep } from '../../../app/surfaces/contract.ts'
import { useEffect, useState } from 'preact/hooks'
import { checkoutLink, pickFirst, totalOf, totalOfAll, type Picked } from './checkout.ts'
import { onceOnScreen } from './page.ts'
import { ProductRow } from './product.tsx'
import { holdToken, report } from './server.ts'

/** As high as a card with one product on a phone, so that nothing below moves when the card takes its place. */
const HEIGHT = '305px'

const Skeleton = () => (
  <s-stack gap="base">
    <s-skeleton-paragraph content="Lorem ipsum dolor" />
    <s-grid gridTemplateColumns="96px 1fr" gap="base">
      <s-box inlineSize="96px" blockSize="96px" background="subdued" borderRadius="base" />
      <s-skeleton-paragraph content="Lorem ipsum dolor sit amet, consectetur adipiscing elit" />
    </s-grid>
    <s-skeleton-paragraph content="Lorem ipsum dolor sit amet" />
  </s-stack>
)

interface Offered {
  url: string
  offer: BlockOffer | undefined // before the app has answered
}

/**
 * One step after the other until she takes one or has declined them all. The outer elements stay from the skeleton to the last step:
 * the page may paint between two changes, and would close up where they were made anew.
 */
export function OfferCard({ url, offer }: Offered) {
  const [next, goTo] = useState<string | null>()
  useEffect(() => (offer?.placement ? holdToken() : undefined), [offer])
  const at = next === undefined ? offer?.first : next
  const step = offer?.steps.filter(({ id }) => id === at)[0]
  if (offer && !step) return null
  return (
    <s-section>
      <s-box minBlockSize={HEIGHT}>
        {offer && step ? <StepCard key={step.id} url={url} offer={offer} step={step} goTo={goTo} /> : <Skeleton />}
      </s-box>
    </s-section>
  )
}

interface Card {
  url: string
  offer: BlockOffer
  step: BlockStep
}

function StepCard({ goTo, ...card }: Card & { goTo: (next: string | null) => void }) {
  const { url, offer, step } = card
  const { placement, together, words } = offer
  const [taken, take] = useState(false)
  useEffect(() => onceOnScreen(() => report(url, { placement, stepId: step.id, kind: 'shown' })), [url, placement, step.id])
  const decline = () => {
    report(url, { placement, stepId: step.id, kind: 'declined' })
    goTo(step.onDecline)
  }
  return (
    <s-stack gap="base">
      <s-heading>{step.headline}</s-heading>
      {step.body && <s-paragraph>{step.body}</s-paragraph>}
      {step.plan && <s-text type="strong">{step.plan}</s-text>}
      <StepChoice {...card} onTake={() => take(true)} />
      {together && <s-paragraph color="subdued">{together}</s-paragraph>}
      {taken ? (
        <s-paragraph>{words.taken}</s-paragraph>
      ) : (
        <s-button variant="secondary" inlineSize="fill" onClick={decline}>
          {step.decline}
        </s-button>
      )}
    </s-stack>
  )
}

function StepChoice({ url, offer, step, onTake }: Card & { onTake: () => void }) {
  const [picked, pick] = useState<Picked[]>(() => step.products.map(pickFirst))
  const buy = (these: readonly Picked[], total: string | undefined) => (
    <s-button variant="secondary" inlineSize="fill" {...checkoutLink(url, offer.placement, step.id, these)} onClick={onTake}>
      {total ? step.accept.split('{total}').join(total) : offer.words.buy}
    </s-button>
  )
  return (
    <s-stack gap="base">
      {picked.map((one, index) => (
        <ProductRow key={index} picked={one} words={offer.words} onPick={(other) => pick(picked.with(index, other))}>
          {step.all ? null : buy([one], totalOf(one))}
        </ProductRow>
      ))}
      {step.all && buy(picked, totalOfAll(step, picked))}
    </s-stack>
  )
}
