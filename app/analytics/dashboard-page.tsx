import { BlockStack, Card, InlineGrid, InlineStack, Page, Select, Text, Tooltip } from '@shopify/polaris'
import type { ReactNode } from 'react'
import { Nothing } from '#app/ui/nothing.tsx'
import { BreakdownTable } from './breakdown-table.tsx'
import { BREAKDOWNS, type Breakdown, type Card as Figure, type Dashboard } from './dashboard-view.ts'
import { PeriodPicker } from './period-picker.tsx'
import { words } from './words.ts'

const { dashboard: say } = words

export interface DashboardProps extends Dashboard {
  onPeriod: (asked: Record<string, string>) => void
  onBreakdown: (by: Breakdown) => void
  exporting?: ReactNode
  chart?: ReactNode
}

export function DashboardPage({ period, said, compared, by, empty, elsewhere, tests, cards, rows, currency, ...rest }: DashboardProps) {
  const { onPeriod, onBreakdown, exporting, chart } = rest
  return (
    <Page title={say.title} subtitle={say.subtitle(said, compared)} fullWidth>
      <BlockStack gap="400">
        <Card>
          <PeriodPicker key={`${period.from} ${period.to}`} period={period} onPeriod={onPeriod} />
        </Card>
        <Card>
          <InlineGrid columns={{ xs: 2, md: 4 }} gap="400">
            {cards.map((card) => (
              <FigureCard key={card.name} {...card} />
            ))}
          </InlineGrid>
        </Card>
        {empty ? null : chart}
        <Card padding="0">
          {empty ? (
            <Nothing heading={say.empty}>{say.emptyText}</Nothing>
          ) : (
            <>
              <Head by={by} onBreakdown={onBreakdown} exporting={exporting} />
              <BreakdownTable by={by} rows={rows} currency={currency} />
            </>
          )}
        </Card>
        <div className="beside-cards">
          <Text as="p" variant="bodySm" tone="subdued">
            {[say.net, elsewhere && say.elsewhere(elsewhere), tests && say.tests(tests)].filter(Boolean).join(' ')}
          </Text>
        </div>
      </BlockStack>
    </Page>
  )
}

const OPTIONS = BREAKDOWNS.map((value) => ({ value, label: words.breakdowns[value] }))

const Head = ({ by, onBreakdown, exporting }: Pick<DashboardProps, 'by' | 'onBreakdown' | 'exporting'>) => (
  <div className="table-head">
    <InlineStack align="space-between" blockAlign="end" gap="300">
      <Select label={say.breakdown} labelInline options={OPTIONS} value={by} onChange={(value) => onBreakdown(value as Breakdown)} />
      {exporting}
    </InlineStack>
  </div>
)

/** The line below the number is kept for the comparison, so that nothing moves when it comes and goes. */
const FigureCard = ({ name, means, value, change, hint }: Figure) => (
  <div role="group" aria-label={name}>
    <BlockStack gap="050">
      <div>
        <Tooltip content={means} hasUnderline>
          <span tabIndex={0} className="explained">
            {name}
          </span>
        </Tooltip>
      </div>
      <Text as="p" variant="headingMd" numeric>
        {value}
      </Text>
      <Text as="p" variant="bodySm" tone="subdued">
        {change ?? '\u00a0'}
      </Text>
      {hint ? (
        <Text as="p" variant="bodySm" tone="subdued">
          {hint}
        </Text>
      ) : null}
    </BlockStack>
  </div>
)
