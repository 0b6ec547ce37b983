import { Badge, Box, Card, IndexTable, InlineStack, Link, Page, Pagination, Text, TextField } from '@shopify/polaris'
import { memo } from 'react'
import { Nothing } from '#app/ui/nothing.tsx'
import { formatMoney } from '#app/values/money.ts'
import type { OrderListRow } from './order-rows.ts'
import { words } from './words.ts'

export interface OrdersPageProps {
  rows: readonly OrderListRow[]
  search: string
  hasPrevious: boolean
  hasNext: boolean
  onSearch: (text: string) => void
  onNext: () => void
  onPrevious: () => void
}

export function OrdersPage({ rows, search, hasPrevious, hasNext, onSearch, onNext, onPrevious }: OrdersPageProps) {
  return (
    <Page title={words.orders} subtitle={words.about}>
      <Card padding="0">
        <Box padding="300">
          <TextField
            label={words.search}
            labelHidden
            placeholder={words.searchPlaceholder}
            autoComplete="off"
            clearButton
            value={search}
            onChange={onSearch}
            onClearButtonClick={() => onSearch('')}
          />
        </Box>
        {rows.length === 0 ? <NoOrder searching={search !== ''} /> : <OrdersTable rows={rows} />}
        {hasPrevious || hasNext ? (
          <Pagination type="table" hasPrevious={hasPrevious} hasNext={hasNext} onNext={onNext} onPrevious={onPrevious} />
        ) : null}
      </Card>
    </Page>
  )
}

const HEADINGS = [
  { title: words.order },
  { title: words.placed },
  { title: words.payment },
  { title: words.offer },
  { title: words.total, alignment: 'end' },
] as const

/** Drawn anew for other orders only, not for each letter that is typed above it. */
const OrdersTable = memo(({ rows }: Pick<OrdersPageProps, 'rows'>) => (
  <div className="orders">
    <IndexTable resourceName={{ singular: 'order', plural: 'orders' }} itemCount={rows.length} headings={[...HEADINGS]} selectable={false}>
      {rows.map(({ id, name, placed, payment, offer, total }, index) => (
        <IndexTable.Row key={id} id={id} position={index}>
          <IndexTable.Cell>
            <Link url={`/orders/${id}`} dataPrimaryLink monochrome removeUnderline>
              <Text as="span" fontWeight="semibold">
                {name}
              </Text>
            </Link>
            <div className="only-narrow">
              <Text as="span" variant="bodySm" tone="subdued">
                {`${placed}, ${formatMoney(total, 'en')}`}
              </Text>
              <OfferMet {...offer} />
            </div>
          </IndexTable.Cell>
          <IndexTable.Cell>{placed}</IndexTable.Cell>
          <IndexTable.Cell>{payment}</IndexTable.Cell>
          <IndexTable.Cell>
            <OfferMet {...offer} />
          </IndexTable.Cell>
          <IndexTable.Cell>
            <Text as="span" alignment="end" numeric>
              {formatMoney(total, 'en')}
            </Text>
          </IndexTable.Cell>
        </IndexTable.Row>
      ))}
    </IndexTable>
  </div>
))

const OfferMet = ({ tone, said, more }: OrderListRow['offer']) => (
  <InlineStack gap="200" blockAlign="center">
    {said ? <Badge {...(tone ? { tone } : {})}>{said}</Badge> : null}
    <Text as="span" variant="bodySm" tone="subdued">
      {more}
    </Text>
  </InlineStack>
)

const NoOrder = ({ searching }: { searching: boolean }) => (
  <Nothing heading={searching ? words.notFound : words.none}>{searching ? words.notFoundText : words.noneText}</Nothing>
)
