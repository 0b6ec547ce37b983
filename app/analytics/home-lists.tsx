import { BlockStack, Box, Button, Card, InlineStack, Link, Text } from '@shopify/polaris'
import type { ReactNode } from 'react'
import { formatMoney, type Money } from '#app/values/money.ts'
import type { OrderRow, TopOffer } from './home-view.ts'
import { homeWords } from './home-words.ts'

export const TopOffers = ({ offers }: { offers: readonly TopOffer[] }) => (
  <List title={homeWords.topOffers} all={{ content: homeWords.allOffers, url: '/offers' }} empty={homeWords.topOffersEmpty}>
    {offers.map(({ id, title, visits, acceptedVisits, revenue }) => (
      <Line key={id} url={`/offers/${id}`} name={title} amount={revenue}>
        {homeWords.acceptedOfShown(acceptedVisits.toLocaleString('en'), visits.toLocaleString('en'))}
      </Line>
    ))}
  </List>
)

export const RecentOrders = ({ orders }: { orders: readonly OrderRow[] }) => (
  <List title={homeWords.recentOrders} all={{ content: homeWords.allOrders, url: '/orders' }} empty={homeWords.recentOrdersEmpty}>
    {orders.map(({ id, name, placed, offer, total }) => (
      <Line key={id} url={`/orders/${id}`} name={name} amount={total} more={offer}>
        {placed}
      </Line>
    ))}
  </List>
)

interface ListProps {
  title: string
  all: { content: string; url: string }
  empty: string
  children: readonly ReactNode[]
}

const List = ({ title, all, empty, children }: ListProps) => (
  <Card>
    <BlockStack gap="300">
      <InlineStack align="space-between" blockAlign="center">
        <Text as="h2" variant="headingMd">
          {title}
        </Text>
        <Button variant="plain" url={all.url}>
          {all.content}
        </Button>
      </InlineStack>
      {children.length === 0 ? (
        <Text as="p" tone="subdued">
          {empty}
        </Text>
      ) : (
        children
      )}
    </BlockStack>
  </Card>
)

interface LineProps {
  url: string
  name: string
  amount: Money
  more?: string
  children: string
}

const Line = ({ url, name, amount, more, children }: LineProps) => (
  <InlineStack align="space-between" blockAlign="start" gap="300" wrap={false}>
    <Box minWidth="0">
      <Link url={url} removeUnderline>
        <Text as="span" fontWeight="semibold" breakWord>
          {name}
        </Text>
      </Link>
      <Text as="p" variant="bodySm" tone="subdued">
        {children}
      </Text>
      {more ? (
        <Text as="p" variant="bodySm" tone="subdued">
          {more}
        </Text>
      ) : null}
    </Box>
    <Text as="span" numeric>
      {formatMoney(amount, 'en')}
    </Text>
  </InlineStack>
)
