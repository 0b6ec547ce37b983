import { importsOf, type Import, type Source } from './sources.ts'

/** Who may know whose nouns; everything else crosses as an event. */
const KNOWS: Record<string, string[]> = {
  surfaces: ['offers'],
  rewards: ['reviews'],
  retention: ['reviews'],
  analytics: ['offers', 'reviews', 'rewards'],
}
const DOMAINS = ['offers', 'surfaces', 'reviews', 'rewards', 'retention', 'analytics', 'shops', 'catalog']
const PURE_LIBRARIES = /^(dinero\.js(\/.*)?|luxon|zod|csv-stringify\/sync|hono\/html|disposable-email-domains-js)$/
const VIEW_LIBRARIES = [
  /^react(-dom)?(\/|$)/,
  /^@shopify\/(polaris|polaris-icons|app-bridge-react)(\/|$)/,
  /^@remix-run\/react$/,
  /^recharts$/,
  /^@shopify\/shopify-app-remix\/react$/,
  /^@remote-ui\/(core|rpc)$/,
]

type Layer = 'values' | 'decision' | 'view' | 'io' | 'platform' | 'entry' | 'top' | 'extension' | 'simulator' | 'outside'
type Place = { layer: Layer; domain: string }

export function placeOf(path: string): Place {
  const [root = '', folder = ''] = path.split('/')
  if (root === 'extensions') return { layer: 'extension', domain: folder }
  if (path.startsWith('test/simulator/')) return { layer: /\.test\.tsx?$/.test(path) ? 'outside' : 'simulator', domain: '' }
  if (root !== 'app') return { layer: 'outside', domain: '' }
  if (folder === 'values' || folder === 'platform') return { layer: folder, domain: folder }
  if (folder === 'ui') return { layer: 'view', domain: 'ui' }
  if (folder === 'routes' || folder === 'endpoints') return { layer: 'entry', domain: folder }
  if (!DOMAINS.includes(folder)) return { layer: 'top', domain: '' }
  if (/\.server\.tsx?$/.test(path)) return { layer: 'io', domain: folder }
  // A worker is a part of the page that runs it.
  return { layer: /(\.tsx|\.worker\.ts)$/.test(path) ? 'view' : 'decision', domain: folder }
}

/** One sentence for each import that its layer may not have. */
export function forbiddenImports(source: Source): string[] {
  const from = placeOf(source.path)
  return importsOf(source).flatMap((imported) => {
    const fault = MAY[from.layer](imported, from, placeOf(imported.target))
    return fault ? [`${source.path} imports ${imported.target}: ${fault}`] : []
  })
}

type Judge = (imported: Import, from: Place, to: Place) => string | undefined
const known = (from: Place, to: Place) => to.domain === from.domain || (KNOWS[from.domain] ?? []).includes(to.domain)

const ofValues: Judge = ({ target, local }, _, to) =>
  (local ? to.layer === 'values' : PURE_LIBRARIES.test(target)) ? undefined : 'values know only values and pure libraries'

const ofDecision: Judge = ({ target, local }, from, to) => {
  if (!local) return PURE_LIBRARIES.test(target) ? undefined : 'a decision knows only zod and pure libraries'
  // A GraphQL document is a text with types, wherever its function lives.
  if (to.layer === 'values' || target === 'app/platform/shopify/document.ts') return undefined
  if (to.layer !== 'decision') return 'a decision knows only decisions and values'
  return known(from, to) ? undefined : `${from.domain} does not know the nouns of ${to.domain}`
}

const ofView: Judge = ({ target, local }, from, to) => {
  if (!local) return VIEW_LIBRARIES.some((library) => library.test(target)) ? undefined : 'a view knows only React, Polaris and App Bridge'
  if (/\.server\.tsx?$/.test(target)) return 'a view never imports what does I/O'
  if (to.layer === 'values' || to.layer === 'decision' || /\.css/.test(target)) return undefined
  return to.layer === 'view' && (to.domain === 'ui' || to.domain === from.domain)
    ? undefined
    : 'a view knows views of its domain, ui, decisions and values'
}

const ofIo: Judge = ({ target, local }, from, to) => {
  if (!local) return /^@remix-run\/|^react/.test(target) ? 'a domain does not know Remix' : undefined
  if (to.layer === 'values' || to.layer === 'platform') return undefined
  if (to.layer === 'io') return to.domain === from.domain ? undefined : `another domain's I/O comes from wiring.server.ts as a function`
  if (to.layer === 'decision') return known(from, to) ? undefined : `${from.domain} does not know the nouns of ${to.domain}`
  return 'a domain knows its own files, platform and values'
}

const ofPlatform: Judge = ({ local, target }, _, to) => {
  if (!local) return undefined
  // Shopify's library is made in app/shopify.server.ts, where its developers look for it.
  return to.layer === 'values' || to.layer === 'platform' || target === 'app/shopify.server.ts'
    ? undefined
    : 'platform knows no product domain'
}

const ofEntry: Judge = ({ target, local }, _, to) => {
  if (/^(@prisma\/|graphql)/.test(target) || /platform\/(db\.server|shopify\/(admin|document))/.test(target))
    return 'no Prisma and no GraphQL at the door'
  if (local && to.layer === 'entry') return 'routes and endpoints do not know each other'
  return undefined
}

const ofExtension: Judge = ({ target, local, typeOnly }, from, to) => {
  if (!local || (to.layer === 'extension' && to.domain === from.domain)) return undefined
  return target === 'app/surfaces/contract.ts' && typeOnly
    ? undefined
    : 'an extension takes types from app/surfaces/contract.ts and nothing else of ours'
}

const ofSimulator: Judge = ({ target }) =>
  /^(app|prisma|bin|extensions)\//.test(target) || target.startsWith('@prisma/') ? 'the simulator must not share our mistakes' : undefined

const anything: Judge = () => undefined

const MAY: Record<Layer, Judge> = {
  values: ofValues,
  decision: ofDecision,
  view: ofView,
  io: ofIo,
  platform: ofPlatform,
  entry: ofEntry,
  extension: ofExtension,
  simulator: ofSimulator,
  top: anything,
  outside: anything,
}

/** Only the top may know these. */
export function forbiddenReaders(source: Source): string[] {
  const reader = placeOf(source.path)
  if (reader.layer === 'top' || reader.layer === 'outside' || reader.layer === 'entry') return []
  const tops = importsOf(source).filter(({ target }) =>
    /^app\/(wiring\.server|shoppers\.server|server|worker|routes\/|endpoints\/)/.test(target),
  )
  return tops.map(({ target }) => `${source.path} imports ${target}: domains are wired, they do not wire`)
}
