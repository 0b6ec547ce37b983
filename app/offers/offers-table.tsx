import { Badge as StatusBadge, IndexTable, InlineStack, Link, Text, useIndexResourceState } from '@shopify/polaris'
import { memo } from 'react'
import { formatMoney } from '#app/values/money.ts'
import type { Badge } from './listing.ts'
import type { OffersPageProps } from './offers-page.tsx'
import type { OfferRow } from './offers-view.ts'
import type { ListRequest } from './requests.ts'

export type BulkAction = ListRequest['action']

const BADGES: Record<Badge, { tone?: 'success' | 'info' | 'attention' | 'warning'; text: string }> = {
  active: { tone: 'success', text: 'Active' },
  scheduled: { tone: 'info', text: 'Scheduled' },
  ended: { tone: 'warning', text: 'Ended' },
  paused: { tone: 'attention', text: 'Paused' },
  draft: { text: 'Draft' },
  archived: { text: 'Archived' },
}

export const OfferBadge = ({ badge }: { badge: Badge }) => {
  const { text, ...tone } = BADGES[badge]
  return <StatusBadge {...tone}>{text}</StatusBadge>
}

const HEADINGS = [
  { title: 'Offer' },
  { title: 'Status' },
  { title: 'Priority', alignment: 'end' },
  { title: 'Shown', alignment: 'end' },
  { title: 'Accepted', alignment: 'end' },
  { title: 'Revenue, net', alignment: 'end' },
] as const

export function OffersTable({ rows, tab, busy, onBulk }: OffersPageProps) {
  const { selectedResources, allResourcesSelected, handleSelectionChange, clearSelection } = useIndexResourceState(
    rows.map(({ id }) => ({ id })),
  )
  const act = (action: BulkAction) => ({
    onAction: () => {
      onBulk(action, selectedResources)
      clearSelection()
    },
    disabled: busy,
  })
  const one = selectedResources.length === 1 ? [{ content: 'Duplicate', ...act('duplicate') }] : []
  const actions =
    tab === 'archived'
      ? [{ content: 'Restore', ...act('restore') }]
      : [
          { content: 'Activate', ...act('activate') },
          { content: 'Pause', ...act('pause') },
          ...one,
          { content: 'Archive', ...act('archive') },
        ]
  return (
    <div className="offers">
      <IndexTable
        resourceName={{ singular: 'offer', plural: 'offers' }}
        itemCount={rows.length}
        headings={[...HEADINGS]}
        selectedItemsCount={allResourcesSelected ? 'All' : selectedResources.length}
        onSelectionChange={handleSelectionChange}
        promotedBulkActions={actions}
      >
        {rows.map((row, index) => (
          <Row key={row.id} row={row} position={index} selected={selectedResources.includes(row.id)} />
        ))}
      </IndexTable>
    </div>
  )
}

const Row = ({ row, position, selected }: { row: OfferRow; position: number; selected: boolean }) => (
  <IndexTable.Row id={row.id} position={position} selected={selected}>
    <Cells row={row} />
  </IndexTable.Row>
)

/** Stays as it is while rows are selected. */
const Cells = memo(({ row }: { row: OfferRow }) => {
  const { title, badge, priority, impressions, acceptances, revenue } = row
  const rate = impressions > 0 ? ` (${Math.round((100 * acceptances) / impressions)} %)` : ''
  return (
    <>
      <IndexTable.Cell>
        <Link url={`/offers/${row.id}`} dataPrimaryLink monochrome removeUnderline>
          <Text as="span" fontWeight="semibold" breakWord>
            {title}
          </Text>
        </Link>
        <div className="only-narrow">
          <InlineStack gap="200" blockAlign="center">
            <OfferBadge badge={badge} />
            <Text as="span" variant="bodySm" tone="subdued">
              {`${acceptances.toLocaleString('en')} of ${impressions.toLocaleString('en')} accepted, ${formatMoney(revenue, 'en')}`}
            </Text>
          </InlineStack>
        </div>
      </IndexTable.Cell>
      <IndexTable.Cell>
        <InlineStack>
          <OfferBadge badge={badge} />
        </InlineStack>
      </IndexTable.Cell>
      <Numeric>{priority.toLocaleString('en')}</Numeric>
      <Numeric>{impressions.toLocaleString('en')}</Numeric>
      <Numeric>{`${acceptances.toLocaleString('en')}${rate}`}</Numeric>
      <Numeric>{formatMoney(revenue, 'en')}</Numeric>
    </>
  )
})

const Numeric = ({ children }: { children: string }) => (
  <IndexTable.Cell>
    <Text as="span" alignment="end" numeric>
      {children}
    </Text>
  </IndexTable.Cell>
)
