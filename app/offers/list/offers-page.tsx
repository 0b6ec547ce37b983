import { BlockStack, Button, Card, Page, Pagination, Tabs, Text } from '@shopify/polaris'
import { useCallback, useEffect, useState } from 'react'
import { Nothing } from '#app/ui/nothing.tsx'
import { TABS, type Tab } from './listing.ts'
import { useMoves, type OnMove } from './offers-moves.tsx'
import { OffersTable } from './offers-table.tsx'
import { OffersToolbar } from './offers-toolbar.tsx'
import type { OffersView } from './offers-view.ts'
import type { BulkAction } from '../requests.ts'
import { LIST_WORDS as words } from './words.ts'

export interface OffersPageProps extends OffersView {
  busy: boolean
  copies: readonly string[] // made a moment ago
  onGo: (to: { tab?: Tab; page?: number; search?: string }) => void
  onBulk: (action: BulkAction, ids: readonly string[]) => void
  onMove: OnMove
}

const CREATE = { content: words.create, url: '/offers/templates' }

export function OffersPage(props: OffersPageProps) {
  const { tab, counts, page, pages, onGo } = props
  const none = counts.all + counts.archived === 0
  const tabs = TABS.map((id) => ({
    id,
    content: words.tab(words.tabs[id], counts[id]),
    accessibilityLabel: words.tabLabel(words.tabs[id], counts[id]),
    panelID: 'offers',
  }))
  return (
    <Page title={words.title} {...(none ? {} : { primaryAction: CREATE })}>
      <Card padding="0">
        {none ? (
          <NoOfferYet />
        ) : (
          <BlockStack>
            <div className="offers-tabs">
              <Tabs tabs={tabs} selected={TABS.indexOf(tab)} onSelect={(index) => onGo({ tab: TABS[index] ?? 'all' })} />
            </div>
            <div id="offers" role="tabpanel" aria-label={words.tabs[tab]}>
              <Listed key={`${tab}-${page}`} {...props} />
            </div>
            {pages > 1 ? (
              <Pagination
                type="table"
                label={words.page(page, pages)}
                hasPrevious={page > 1}
                hasNext={page < pages}
                onPrevious={() => onGo({ page: page - 1 })}
                onNext={() => onGo({ page: page + 1 })}
              />
            ) : null}
          </BlockStack>
        )}
      </Card>
    </Page>
  )
}

const NOBODY: ReadonlySet<string> = new Set()

function Listed(props: OffersPageProps) {
  const { tab, search, busy, copies, onGo, onBulk, onMove } = props
  const [selected, setSelected] = useState(NOBODY)
  const { rows, put, step, announcement } = useMoves(props, busy, onMove)
  useEffect(() => {
    if (copies.length > 0) document.querySelector<HTMLElement>('[data-copy] a')?.focus()
  }, [copies])
  const select = (ids: readonly string[], chosen: boolean) =>
    setSelected((before) => new Set(chosen ? [...before, ...ids] : [...before].filter((id) => !ids.includes(id))))
  const find = useCallback((wanted: string) => onGo({ search: wanted }), [onGo])
  const here = new Set(rows.filter(({ id }) => selected.has(id)).map(({ id }) => id))
  const act = (action: BulkAction) => {
    onBulk(action, [...here])
    setSelected(NOBODY)
  }
  return (
    <>
      <OffersToolbar {...{ tab, search, busy }} selected={here.size} onSearch={find} onBulk={act} onClear={() => setSelected(NOBODY)} />
      {rows.length === 0 ? (
        <NothingHere tab={tab} search={search} />
      ) : (
        <OffersTable
          rows={rows}
          selected={here}
          copies={copies}
          movable={tab !== 'archived'}
          onSelect={select}
          onDrop={put}
          onStep={step}
        />
      )}
      <span id="move-hint" hidden>
        {words.moveHint}
      </span>
      <div aria-live="assertive">
        <Text as="span" visuallyHidden>
          {announcement}
        </Text>
      </div>
    </>
  )
}

const NoOfferYet = () => (
  <Nothing
    heading={words.noneYet.heading}
    action={
      <Button variant="primary" url={CREATE.url}>
        {CREATE.content}
      </Button>
    }
  >
    {words.noneYet.text}
  </Nothing>
)

const NothingHere = ({ tab, search }: { tab: Tab; search: string }) =>
  search ? (
    <Nothing heading={words.notFound(search)}>{words.searchLess}</Nothing>
  ) : (
    <Nothing heading={words.nothing[tab]}>{tab === 'archived' ? words.archiveKeeps : words.otherTab}</Nothing>
  )
