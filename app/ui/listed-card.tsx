import { Box, Card, Text } from '@shopify/polaris'
import type { ReactNode } from 'react'
import { isNarrowed, NO_FILTER, type Listed } from '#app/values/listed.ts'
import { ListFilters, NothingFits, Only } from './list-filters.tsx'
import { Pages } from './pages.tsx'
import { words } from './words.ts'

interface ListedCardProps<Shown extends string> {
  /** Where the list is not the whole page. */
  title?: string
  listed: Listed<Shown>
  more: boolean // there is another page
  isEmpty: boolean
  choices: readonly (readonly [Shown, string])[]
  /** What may be searched for. */
  search: string
  nothingFits: string
  /** Before there is anything at all. */
  nothingYet: ReactNode
  onGo: (to: Partial<Listed<Shown>>) => void
  children: ReactNode
}

/** A list with what narrows it above, and its pages below. */
export function ListedCard<Shown extends string>(props: ListedCardProps<Shown>) {
  const { title, listed, more, isEmpty, choices, search, nothingFits, nothingYet, onGo, children } = props
  const { page, shown } = listed
  const clear = () => onGo(NO_FILTER as Partial<Listed<Shown>>)
  if (isEmpty && page === 1 && !isNarrowed(listed)) return <Card padding="0">{nothingYet}</Card>
  return (
    <Card padding="0">
      {title ? <Title>{title}</Title> : null}
      <ListFilters
        search={listed.search}
        label={search}
        onSearch={(text) => onGo({ search: text, page: 1 })}
        narrowed={isNarrowed(listed)}
        onClear={clear}
      >
        <Only label={words.show} choices={choices} value={shown} onChange={(other) => onGo({ shown: other, page: 1 })} />
      </ListFilters>
      {isEmpty ? <NothingFits heading={nothingFits} onClear={clear} /> : children}
      <Pages page={page} more={more} onGo={(to) => onGo(to as Partial<Listed<Shown>>)} />
    </Card>
  )
}

const Title = ({ children }: { children: string }) => (
  <Box padding="400" paddingBlockEnd="200">
    <Text as="h2" variant="headingMd">
      {children}
    </Text>
  </Box>
)
