/** Every review in a file: ours with all that we know, and the one that most other apps read. */
export const EXPORTS = ['encore', 'judge-me'] as const
export type ExportName = (typeof EXPORTS)[number]

export interface Exported {
  id: string
  productId: string
  productHandle: string | null
  rating: number
  title: string
  body: string
  author: string
  email: string | null
  language: string
  country: string | null
  source: string
  state: string
  hiddenFor: string | null
  verified: boolean
  incentive: string | null
  featured: boolean
  recommends: boolean | null
  edited: boolean
  reply: string | null
  repliedAt: Date | null
  submittedAt: Date
  photos: readonly string[]
  videos: readonly string[]
}

type Columns = readonly [name: string, cell: (review: Exported) => string | number][]

const yes = (value: boolean | null): string => (value === null ? '' : String(value))
const utc = (at: Date | null): string => (at ? `${at.toISOString().slice(0, 19).replace('T', ' ')} UTC` : '')

const ENCORE: Columns = [
  ['id', ({ id }) => id],
  ['product_id', ({ productId }) => productId],
  ['product_handle', ({ productHandle }) => productHandle ?? ''],
  ['rating', ({ rating }) => rating],
  ['title', ({ title }) => title],
  ['body', ({ body }) => body],
  ['author', ({ author }) => author],
  ['email', ({ email }) => email ?? ''],
  ['language', ({ language }) => language],
  ['country', ({ country }) => country ?? ''],
  ['submitted_at', ({ submittedAt }) => submittedAt.toISOString()],
  ['source', ({ source }) => source],
  ['state', ({ state }) => state],
  ['hidden_for', ({ hiddenFor }) => hiddenFor ?? ''],
  ['verified', ({ verified }) => yes(verified)],
  ['incentive', ({ incentive }) => incentive ?? ''],
  ['featured', ({ featured }) => yes(featured)],
  ['recommends', ({ recommends }) => yes(recommends)],
  ['edited', ({ edited }) => yes(edited)],
  ['reply', ({ reply }) => reply ?? ''],
  ['replied_at', ({ repliedAt }) => repliedAt?.toISOString() ?? ''],
  ['photos', ({ photos }) => photos.join(',')],
  ['videos', ({ videos }) => videos.join(',')],
]

/** Judge.me's own export header: its import, and that of others, reads it. */
const JUDGE_ME: Columns = [
  ['title', ({ title }) => title],
  ['body', ({ body }) => body],
  ['rating', ({ rating }) => rating],
  ['review_date', ({ submittedAt }) => utc(submittedAt)],
  ['source', ({ source }) => (source === 'import' ? 'import' : 'web')],
  ['curated', ({ state, hiddenFor }) => (state === 'published' ? 'ok' : hiddenFor === 'spam' ? 'spam' : 'not-yet')],
  ['reviewer_name', ({ author }) => author],
  ['reviewer_email', ({ email }) => email ?? ''],
  ['product_id', ({ productId }) => productId],
  ['product_handle', ({ productHandle }) => productHandle ?? ''],
  ['reply', ({ reply }) => reply ?? ''],
  ['reply_date', ({ repliedAt }) => utc(repliedAt)],
  ['picture_urls', ({ photos }) => photos.slice(0, 5).join(',')],
  ['ip_address', () => ''],
  ['location', ({ country }) => country ?? ''],
]

export const COLUMNS: Readonly<Record<ExportName, Columns>> = { encore: ENCORE, 'judge-me': JUDGE_ME }
