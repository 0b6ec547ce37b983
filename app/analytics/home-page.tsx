import { BlockStack, Card, InlineGrid, Layout, Page, Text } from '@shopify/polaris'
import { Figure } from '#app/ui/figure.tsx'
import { formatMoney, type Money } from '#app/values/money.ts'
import { RecentOrders, TopOffers } from './home-lists.tsx'
import type { OrderRow, TopOffer, TroubleRow } from './home-view.ts'
import type { SetUpState } from './set-up.ts'
import { SetUp } from './set-up.tsx'
import { Troubles } from './troubles.tsx'

export interface Earned {
  impressions: number
  acceptances: number
  revenue: Money
}

export interface HomeProps {
  setUp: SetUpState | null
  earned: Earned
  offers: readonly TopOffer[]
  orders: readonly OrderRow[]
  troubles: readonly TroubleRow[]
  retrying: boolean
  onRetry: (trouble: TroubleRow) => void
}

export function HomePage({ setUp, earned, offers, orders, troubles, retrying, onRetry }: HomeProps) {
  return (
    <Page title="Encore" primaryAction={{ content: 'Create offer', url: '/offers/new' }}>
      <BlockStack gap="400">
        {setUp ? <SetUp state={setUp} /> : null}
        <EarnedCard {...earned} />
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

function EarnedCard({ impressions, acceptances, revenue }: Earned) {
  const rate = impressions > 0 ? `${((100 * acceptances) / impressions).toFixed(1)} %` : '–'
  return (
    <Card>
      <BlockStack gap="300">
        <Text as="h2" variant="headingMd">
          The last 30 days
        </Text>
        <InlineGrid columns={{ xs: 2, md: 4 }} gap="400">
          <Figure label="Offers shown" value={impressions.toLocaleString('en')} />
          <Figure label="Accepted" value={acceptances.toLocaleString('en')} />
          <Figure label="Acceptance rate" value={rate} />
          <Figure label="Revenue" value={formatMoney(revenue, 'en')} hint="Paid, less what was refunded; without tax and shipping" />
        </InlineGrid>
      </BlockStack>
    </Card>
  )
}
