import { Tag } from '@shopify/polaris'
import { ListFilters, Only, OnlyDay } from '#app/ui/list-filters.tsx'
import { isNarrowed, NO_FILTER, usedOf, type Filters } from './filters.ts'
import { words } from './words.ts'

interface QueueFiltersProps {
  filters: Filters
  productTitle: string | null
  onGo: (to: Partial<Filters>) => void
}

export function QueueFilters({ filters, productTitle, onGo }: QueueFiltersProps) {
  const { rating, media, product, search } = filters
  return (
    <ListFilters
      search={search}
      label={words.search}
      onSearch={(text) => onGo({ search: text, page: 1 })}
      narrowed={isNarrowed(filters)}
      onClear={() => onGo(NO_FILTER)}
      more={{ fields: <SeldomFilters filters={filters} onGo={onGo} />, used: usedOf(filters) }}
    >
      <Only label={words.rating} choices={words.ratingChoices} value={rating} onChange={(asked) => onGo({ rating: asked, page: 1 })} />
      <Only label={words.media} choices={words.mediaChoices} value={media} onChange={(asked) => onGo({ media: asked, page: 1 })} />
      {product ? <Tag onRemove={() => onGo({ product: '', page: 1 })}>{words.onlyProduct(productTitle ?? product)}</Tag> : null}
    </ListFilters>
  )
}

const SeldomFilters = ({ filters, onGo }: Pick<QueueFiltersProps, 'filters' | 'onGo'>) => (
  <>
    <Only
      label={words.source}
      labelShown
      choices={words.sourceChoices}
      value={filters.source}
      onChange={(source) => onGo({ source, page: 1 })}
    />
    <Only
      label={words.buyer}
      labelShown
      choices={words.verifiedChoices}
      value={filters.verified}
      onChange={(verified) => onGo({ verified, page: 1 })}
    />
    <Only
      label={words.reward}
      labelShown
      choices={words.rewardedChoices}
      value={filters.rewarded}
      onChange={(rewarded) => onGo({ rewarded, page: 1 })}
    />
    <OnlyDay label={words.from} value={filters.from} onChange={(from) => onGo({ from, page: 1 })} />
    <OnlyDay label={words.to} value={filters.to} onChange={(to) => onGo({ to, page: 1 })} />
  </>
)
