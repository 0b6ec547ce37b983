import { BlockStack, Button, Card, InlineStack, Page, Pagination, Tabs } from '@shopify/polaris'
import { useState } from 'react'
import { Figure } from '#app/ui/figure.tsx'
import { Nothing } from '#app/ui/nothing.tsx'
import type { HideReason } from '../review.ts'
import { TABS, type Tab } from './filters.ts'
import { HideDialog } from './hide-dialog.tsx'
import { QueueFilters } from './queue-filters.tsx'
import { QueueList, type QueueListProps } from './queue-list.tsx'
import { words } from './words.ts'

export interface QueuePageProps extends Omit<QueueListProps, 'onAskHide'> {
  counts: Record<Tab, number>
  average: string | null
  pages: number
  productTitle: string | null
  onHide: (ids: readonly string[], reason: HideReason) => void
}

interface Hiding {
  ids: readonly string[]
  hidden?: (() => void) | undefined // told when she has given a reason
}
const NONE: Hiding = { ids: [] }

const ACTIONS = [
  { content: words.asking, url: '/reviews/requests' },
  { content: words.settings, url: '/reviews/collecting' },
  { content: words.display, url: '/reviews/display' },
  { content: words.bringing, url: '/reviews/import' },
]

export function QueuePage(props: QueuePageProps) {
  const { filters, counts, average, pages, onGo, onHide } = props
  const [hiding, setHiding] = useState<Hiding>(NONE)
  const hide = (ids: readonly string[], reason: HideReason) => {
    onHide(ids, reason)
    hiding.hidden?.()
  }
  const tabs = TABS.map((id) => ({ id, content: `${words.tabs[id]} (${counts[id].toLocaleString('en')})`, panelID: 'reviews' }))
  if (counts.all === 0) return <NoReviewYet />
  return (
    <Page title={words.title} secondaryActions={ACTIONS}>
      <BlockStack gap="400">
        <Card>
          <InlineStack gap="800">
            <Figure label={words.count} value={counts.published.toLocaleString('en')} />
            <Figure label={words.average} value={average ?? words.noAverage} />
            <Figure label={words.waiting} value={counts.held.toLocaleString('en')} />
          </InlineStack>
        </Card>
        <Card padding="0">
          <Tabs tabs={tabs} selected={TABS.indexOf(filters.tab)} onSelect={(index) => onGo({ tab: TABS[index] ?? 'all', page: 1 })} />
          <QueueFilters filters={filters} productTitle={props.productTitle} onGo={onGo} />
          <div id="reviews" role="tabpanel" aria-label={words.tabs[filters.tab]}>
            <QueueList key={`${filters.tab} ${filters.page}`} {...props} onAskHide={(ids, hidden) => setHiding({ ids, hidden })} />
          </div>
          {pages > 1 ? (
            <Pagination
              type="table"
              label={words.page(filters.page, pages)}
              hasPrevious={filters.page > 1}
              hasNext={filters.page < pages}
              onPrevious={() => onGo({ page: filters.page - 1 })}
              onNext={() => onGo({ page: filters.page + 1 })}
            />
          ) : null}
        </Card>
      </BlockStack>
      <HideDialog ids={hiding.ids} onClose={() => setHiding(NONE)} onHide={hide} />
    </Page>
  )
}

const NoReviewYet = () => (
  <Page title={words.title} secondaryActions={ACTIONS}>
    <Card>
      <Nothing
        heading={words.noneYet.heading}
        action={
          <InlineStack align="center" gap="200">
            <Button variant="primary" url="/reviews/requests">
              {words.noneYet.ask}
            </Button>
            <Button url="/reviews/collecting">{words.noneYet.collect}</Button>
          </InlineStack>
        }
      >
        {words.noneYet.text}
      </Nothing>
    </Card>
  </Page>
)
