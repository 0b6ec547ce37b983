import { InlineGrid } from '@shopify/polaris'
import { Figure } from '#app/ui/figure.tsx'
import { formatMoney, type Money } from '#app/values/money.ts'
import { STEP_WORDS } from './step-words.ts'

export interface StepFigures {
  visits: number // orders that saw it
  acceptances: number
  declines: number
  revenue: Money
}

/** How this step did in the last 30 days; a step that nobody has seen shows nothing. */
export function StepNumbers({ figures }: { figures: StepFigures | undefined }) {
  if (!figures || figures.visits + figures.acceptances === 0) return null
  return (
    <InlineGrid columns={{ xs: 2, sm: 4 }} gap="300">
      <Figure label={STEP_WORDS.figures.shown} value={figures.visits.toLocaleString('en')} />
      <Figure label={STEP_WORDS.figures.accepted} value={figures.acceptances.toLocaleString('en')} />
      <Figure label={STEP_WORDS.figures.declined} value={figures.declines.toLocaleString('en')} />
      <Figure label={STEP_WORDS.figures.revenue} value={formatMoney(figures.revenue, 'en')} />
    </InlineGrid>
  )
}
