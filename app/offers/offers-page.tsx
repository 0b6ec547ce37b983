import { BlockStack, Button, Card, Page, Pagination, Tabs } from '@shopify/polaris'
import { Nothing } from '#app/ui/nothing.tsx'
import { TABS, type Tab } from './listing.ts'
import { OffersTable, type BulkAction } from './offers-table.tsx'
import type { OfferRow } from './offers-view.ts'

export interface OffersPageProps {
  rows: readonly OfferRow[]
  tab: Tab
  counts: Readonly<Record<Tab, number>>
  page: number
  pages: number
  busy: boolean
  onGo: (tab: Tab, page: number) => void
  onBulk: (action: BulkAction, ids: readonly string[]) => void
}

const NAMES: Record<Tab, string> = { all: 'All', active: 'Active', paused: 'Paused', draft: 'Draft', archived: 'Archived' }
const HERE: Record<Tab, string> = {
  all: 'Every offer is archived',
  active: 'No active offer',
  paused: 'No paused offer',
  draft: 'No draft',
  archived: 'Nothing is archived',
}
const CREATE = { content: 'Create offer', url: '/offers/new' }

export function OffersPage(props: OffersPageProps) {
  const { rows, tab, counts, page, pages, onGo } = props
  const none = counts.all + counts.archived === 0
  const tabs = TABS.map((id) => ({
    id,
    content: `${NAMES[id]} (${counts[id]})`,
    accessibilityLabel: `${NAMES[id]}: ${counts[id]} offers`,
    panelID: 'offers',
  }))
  return (
    <Page title="Offers" {...(none ? {} : { primaryAction: CREATE })}>
      <Card padding="0">
        {none ? (
          <NoOfferYet />
        ) : (
          <BlockStack>
            <div className="offers-tabs">
              <Tabs tabs={tabs} selected={TABS.indexOf(tab)} onSelect={(index) => onGo(TABS[index] ?? 'all', 1)} />
            </div>
            <div id="offers" role="tabpanel" aria-label={NAMES[tab]}>
              {rows.length === 0 ? <NothingHere tab={tab} /> : <OffersTable key={`${tab}-${page}`} {...props} />}
            </div>
            {pages > 1 ? (
              <Pagination
                type="table"
                label={`Page ${page} of ${pages}`}
                hasPrevious={page > 1}
                hasNext={page < pages}
                onPrevious={() => onGo(tab, page - 1)}
                onNext={() => onGo(tab, page + 1)}
              />
            ) : null}
          </BlockStack>
        )}
      </Card>
    </Page>
  )
}

const NoOfferYet = () => (
  <Nothing
    heading="Propose one more thing after payment"
    action={
      <Button variant="primary" url={CREATE.url}>
        {CREATE.content}
      </Button>
    }
  >
    Choose what to offer, to whom, and at which price. The shopper adds it with one click to the order just paid.
  </Nothing>
)

const NothingHere = ({ tab }: { tab: Tab }) => (
  <Nothing heading={HERE[tab]}>
    {tab === 'archived'
      ? 'Offers you archive keep their numbers and can be restored from here.'
      : 'Choose another tab, or create an offer.'}
  </Nothing>
)
