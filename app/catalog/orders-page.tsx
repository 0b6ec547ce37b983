import { Box, Card, IndexTable, Link, Page, Pagination, Text, TextField } from '@shopify/polaris'
import { memo } from 'react'
import { Nothing } from '#app/ui/nothing.tsx'
import { formatMoney } from '#app/values/money.ts'
import type { OrderListRow } from './order-rows.ts'

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
    <Page title="Orders" subtitle="Why each order saw an offer, or none">
      <Card padding="0">
        <Box padding="300">
          <TextField
            label="Search orders by name"
            labelHidden
            placeholder="Search by name, such as #1001"
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

const HEADINGS = [{ title: 'Order' }, { title: 'Placed' }, { title: 'Payment' }, { title: 'Total', alignment: 'end' }] as const

/** Drawn anew for other orders only, not for each letter that is typed above it. */
const OrdersTable = memo(({ rows }: Pick<OrdersPageProps, 'rows'>) => (
  <div className="orders">
    <IndexTable resourceName={{ singular: 'order', plural: 'orders' }} itemCount={rows.length} headings={[...HEADINGS]} selectable={false}>
      {rows.map(({ id, name, placed, payment, total }, index) => (
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
            </div>
          </IndexTable.Cell>
          <IndexTable.Cell>{placed}</IndexTable.Cell>
          <IndexTable.Cell>{payment}</IndexTable.Cell>
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

const NoOrder = ({ searching }: { searching: boolean }) => (
  <Nothing heading={searching ? 'No order has this name' : 'No order yet'}>
    {searching
      ? 'Search for the whole name or its beginning, such as #10.'
      : 'Orders appear here as they are placed, and earlier ones while Encore reads them.'}
  </Nothing>
)
