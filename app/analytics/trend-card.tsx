import { BlockStack, Button, Card, DataTable, InlineStack, Text } from '@shopify/polaris'
import { lazy, Suspense, useState, useSyncExternalStore } from 'react'
import { amount, type Trend } from './dashboard-view.ts'
import { words } from './words.ts'

const { dashboard: say } = words
const TrendChart = lazy(() => import('./trend-chart.tsx'))

const never = () => () => {}
const inBrowser = () => true
const onServer = () => false

/** The chart comes after the page, into a place that was kept for it; the table behind it says the same in numbers. */
export function TrendCard({ trend }: { trend: Trend }) {
  const [table, setTable] = useState(false)
  const here = useSyncExternalStore(never, inBrowser, onServer)
  return (
    <Card>
      <BlockStack gap="300">
        <InlineStack align="space-between" blockAlign="center" gap="300">
          <Text as="h2" variant="headingMd">
            {say.trend}
          </Text>
          <Button variant="plain" onClick={() => setTable(!table)} ariaExpanded={table}>
            {table ? say.asChart : say.asTable}
          </Button>
        </InlineStack>
        {table ? (
          <TrendTable {...trend} />
        ) : (
          <div className="chart">
            {here ? (
              <Suspense>
                <TrendChart {...trend} />
              </Suspense>
            ) : null}
          </div>
        )}
      </BlockStack>
    </Card>
  )
}

const TrendTable = ({ days, currency }: Trend) => (
  <DataTable
    columnContentTypes={['text', 'numeric', 'numeric']}
    headings={[say.day, say.now, say.before]}
    rows={[...days].reverse().map(({ name, now, before }) => [name, amount(now, currency), amount(before, currency)])}
  />
)
