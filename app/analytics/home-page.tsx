import { Banner, BlockStack, Button, InlineGrid, InlineStack, Layout, Page, Text } from '@shopify/polaris'
import { Figure } from '#app/ui/figure.tsx'
import { Section } from '#app/ui/section.tsx'
import { formatMoney, type Money } from '#app/values/money.ts'
import { CoverageCard, type CoverageProps } from './coverage-card.tsx'
import { RecentOrders, TopOffers } from './home-lists.tsx'
import type { OrderRow, TopOffer, TroubleRow } from './home-view.ts'
import type { SetUpState } from './set-up.ts'
import { SetUp } from './set-up.tsx'
import { Troubles } from './troubles.tsx'
import { UnpaidCard, type UnpaidProps } from './unpaid/unpaid-card.tsx'
import { words } from './words.ts'
import { homeWords } from './home-words.ts'

export interface Earned {
  visits: number
  acceptedVisits: number
  revenue: Money
}

export interface HomeProps {
  setUp: SetUpState | null
  earned: Earned
  offers: readonly TopOffer[]
  orders: readonly OrderRow[]
  coverage: CoverageProps
  fallbacks: number
  unpaid: UnpaidProps['orders']
  /** Review requests that the missing postal address keeps back. */
  waiting: number
  troubles: readonly TroubleRow[]
  retrying: boolean
  onRetry: (trouble: TroubleRow) => void
}

export function HomePage(props: HomeProps) {
  const { setUp, earned, coverage, fallbacks, unpaid, waiting, offers, orders, troubles, retrying, onRetry } = props
  return (
    <Page title={homeWords.encore} primaryAction={{ content: homeWords.createOffer, url: '/offers/templates' }}>
      <BlockStack gap="400">
        {setUp ? <SetUp state={setUp} /> : null}
        {waiting > 0 ? (
          <Banner
            tone="warning"
            title={homeWords.waitingTitle(waiting)}
            action={{ content: homeWords.waitingAction, url: '/reviews/requests' }}
          >
            {homeWords.waitingText}
          </Banner>
        ) : null}
        {unpaid.length > 0 ? <UnpaidCard orders={unpaid} /> : null}
        <EarnedCard {...earned} fallbacks={fallbacks} />
        <CoverageCard {...coverage} />
        <Layout>
          <Layout.Section variant="oneHalf">
            <TopOffers offers={offers} />
          </Layout.Section>
          <Layout.Section variant="oneHalf">
            <RecentOrders orders={orders} />
          </Layout.Section>
        </Layout>
        {troubles.length > 0 ? <Troubles troubles={troubles} busy={retrying} onRetry={onRetry} /> : null}
      </BlockStack>
    </Page>
  )
}

function EarnedCard({ visits, acceptedVisits, revenue, fallbacks }: Earned & { fallbacks: number }) {
  const rate = visits > 0 ? `${((100 * acceptedVisits) / visits).toFixed(1)} %` : '–'
  return (
    <Section title={homeWords.earnedTitle}>
      <InlineGrid columns={{ xs: 2, md: 4 }} gap="400">
        <Figure label={homeWords.offersShown} value={visits.toLocaleString('en')} />
        <Figure label={homeWords.accepted} value={acceptedVisits.toLocaleString('en')} />
        <Figure label={homeWords.acceptanceRate} value={rate} />
        <Figure label={homeWords.revenue} value={formatMoney(revenue, 'en')} hint={homeWords.revenueHint} />
      </InlineGrid>
      <InlineStack align="space-between" gap="200">
        <Text as="p" variant="bodySm" tone="subdued">
          {words.home.fallbacks(fallbacks)}
        </Text>
        <Button variant="plain" url="/analytics">
          {words.home.analytics}
        </Button>
      </InlineStack>
    </Section>
  )
}
