import { Card, EmptyState, IndexTable, Link, Page, Pagination, Text, TextField, Box } from '@shopify/polaris'
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

export function OrdersPage(props: OrdersPageProps) {
  const { rows, search, onSearch } = props
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
        {rows.length === 0 ? <NoOrder searching={search !== ''} /> : <OrdersTable {...props} />}
      </Card>
    </Page>
  )
}

const HEADINGS = [{ title: 'Order' }, { title: 'Placed' }, { title: 'Payment' }, { title: 'Total', alignment: 'end' }] as const

const OrdersTable = ({ rows, hasPrevious, hasNext, onNext, onPrevious }: OrdersPageProps) => (
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
    {hasPrevious || hasNext ? (
      <Pagination type="table" hasPrevious={hasPrevious} hasNext={hasNext} onNext={onNext} onPrevious={onPrevious} />
    ) : null}
  </div>
)

const NoOrder = ({ searching }: { searching: boolean }) => (
  <EmptyState heading={searching ? 'No order has this name' : 'No order yet'} image="">
    <p>
      {searching
        ? 'Search for the whole name or its beginning, such as #10.'
        : 'Orders appear here as they are placed, and earlier ones while Encore reads them.'}
    </p>
  </EmptyState>
)
