import { InlineStack, Select, Tag, TextField } from '@shopify/polaris'
import { useEffect, useState } from 'react'
import { RATINGS } from '../review.ts'
import type { Filters } from './filters.ts'
import { words } from './words.ts'

interface QueueFiltersProps {
  filters: Filters
  productTitle: string | null
  onGo: (to: Partial<Filters>) => void
}

const RATING_CHOICES = [
  { value: '', label: words.anyRating },
  ...RATINGS.toReversed().map((rating) => ({ value: String(rating), label: words.stars(rating) })),
]
const MEDIA_CHOICES = Object.entries(words.mediaChoices).map(([value, label]) => ({ value, label }))
const PATIENCE = 300 // ms without a key before the list is asked

export function QueueFilters({ filters, productTitle, onGo }: QueueFiltersProps) {
  const [text, setText] = useState(filters.search)
  useEffect(() => {
    if (text.trim() === filters.search) return
    const timer = setTimeout(() => onGo({ search: text.trim(), page: 1 }), PATIENCE)
    return () => clearTimeout(timer)
  }, [text, filters.search, onGo])
  return (
    <div className="toolbar">
      <InlineStack gap="200" blockAlign="center">
        <div className="twice">
          <TextField
            label={words.search}
            labelHidden
            placeholder={words.search}
            type="search"
            autoComplete="off"
            value={text}
            onChange={setText}
            clearButton
            onClearButtonClick={() => setText('')}
          />
        </div>
        <Select
          label={words.rating}
          labelHidden
          options={RATING_CHOICES}
          value={filters.rating}
          onChange={(rating) => onGo({ rating: rating as Filters['rating'], page: 1 })}
        />
        <Select
          label={words.media}
          labelHidden
          options={MEDIA_CHOICES}
          value={filters.media}
          onChange={(media) => onGo({ media: media as Filters['media'], page: 1 })}
        />
        {filters.product ? (
          <Tag onRemove={() => onGo({ product: '', page: 1 })}>{words.onlyProduct(productTitle ?? filters.product)}</Tag>
        ) : null}
      </InlineStack>
    </div>
  )
}
