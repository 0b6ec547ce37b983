import type { Badge, Tab } from './listing.ts'
import type { ListRequest } from '../requests.ts'

const offers = (count: number) => (count === 1 ? '1 offer' : `${count} offers`)
const said = (what: string) => (count: number) => `${offers(count)} ${what}`

/** What the offers list says to the merchant. */
export const LIST_WORDS = {
  title: 'Offers',
  create: 'Create offer',
  undo: 'Undo',
  tabs: { all: 'All', active: 'Active', paused: 'Paused', draft: 'Draft', archived: 'Archived' } satisfies Record<Tab, string>,
  tab: (name: string, count: number) => `${name} (${count})`,
  tabLabel: (name: string, count: number) => `${name}: ${offers(count)}`,
  nothing: {
    all: 'Every offer is archived',
    active: 'No active offer',
    paused: 'No paused offer',
    draft: 'No draft',
    archived: 'Nothing is archived',
  } satisfies Record<Tab, string>,
  otherTab: 'Choose another tab, or create an offer.',
  archiveKeeps: 'Offers you archive keep their numbers and can be restored from here.',
  notFound: (search: string) => `No offer is called “${search}”`,
  searchLess: 'Try fewer or shorter words, or look in another tab.',
  search: 'Search offers by name',
  clearSearch: 'Clear the search',
  page: (page: number, pages: number) => `Page ${page} of ${pages}`,
  noneYet: {
    heading: 'Propose one more thing after payment',
    text: 'Choose what to offer, to whom, and at which price. The shopper adds it with one click to the order just paid.',
  },
  headings: {
    offer: 'Offer',
    status: 'Status',
    priority: 'Priority',
    shown: 'Orders that saw it',
    accepted: 'Took it',
    revenue: 'Revenue, net',
  },
  badges: {
    active: 'Active',
    scheduled: 'Scheduled',
    ended: 'Ended',
    stopped: 'Limit reached',
    paused: 'Paused',
    draft: 'Draft',
    archived: 'Archived',
  } satisfies Record<Badge, string>,
  tested: (share: number) => `A/B test: ${share} % of shoppers`,
  openTest: (title: string) => `Open the A/B test of ${title}`,
  acceptedOf: (accepted: string, shown: string, revenue: string) => `${accepted} of ${shown} orders took it, ${revenue}`,
  select: (title: string) => `Select ${title}`,
  selectAll: 'Select all offers on this page',
  selected: (count: number) => `${count} selected`,
  clearSelection: 'Clear selection',
  actions: { activate: 'Activate', pause: 'Pause', duplicate: 'Duplicate', archive: 'Archive', restore: 'Restore' },
  move: (title: string) => `Move ${title}`,
  moveHint: 'The offer higher up is tried first. Press arrow up or arrow down to move it, or drag it.',
  moved: (title: string, place: number, of: number) => `${title} is now number ${place} of ${of}`,
  movedAway: (title: string, up: boolean) => `${title} is now on the ${up ? 'page before' : 'next page'}`,
  atTheEdge: (title: string, up: boolean) => `${title} is already the ${up ? 'first' : 'last'}`,
  done: {
    activate: said('activated'),
    pause: said('paused'),
    duplicate: said('duplicated as draft'),
    archive: said('archived'),
    restore: said('restored'),
    move: () => 'Order saved',
    'put-back': () => 'Undone',
  } satisfies Record<ListRequest['action'], (count: number) => string>,
} as const
