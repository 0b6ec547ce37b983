import { ListFilters, Only } from '#app/ui/list-filters.tsx'
import { words } from '../editor/words.ts'
import { isNarrowed, NO_FILTER, type Listed } from './rows.ts'

/** Which rewards are listed: a shopper who lost her code names herself, her order or what she remembers of the code. */
export const RewardsFilters = ({ listed, onGo }: { listed: Listed; onGo: (to: Partial<Listed>) => void }) => (
  <ListFilters
    search={listed.search}
    label={words.search}
    onSearch={(search) => onGo({ search, page: 1 })}
    narrowed={isNarrowed(listed)}
    onClear={() => onGo(NO_FILTER)}
  >
    <Only label={words.filter} choices={words.shown} value={listed.shown} onChange={(shown) => onGo({ shown, page: 1 })} />
  </ListFilters>
)
