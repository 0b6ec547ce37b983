import { Pagination } from '@shopify/polaris'
import type { Paged } from '#app/values/listed.ts'

/** Below a list: the ways to what comes before and after; nothing where all of it is shown. */
export const Pages = ({ page, more, onGo }: Paged & { onGo: (to: { page: number }) => void }) =>
  page > 1 || more ? (
    <Pagination
      type="table"
      hasPrevious={page > 1}
      hasNext={more}
      onPrevious={() => onGo({ page: page - 1 })}
      onNext={() => onGo({ page: page + 1 })}
    />
  ) : null
