import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { beforeAll, expect, test, vi } from 'vitest'
import { API_VERSION } from '#app/platform/shopify/api-version.ts'
import { allSources } from './architecture/sources.ts'
import { BUDGETS } from './bench/budgets/budgets.ts'
import { grants, readIntrospection, scopesIn } from './support/admin-schema.ts'
import { declared, tomlText } from './support/toml.ts'

const read = (path: string) => readFileSync(new URL(`../${path}`, import.meta.url), 'utf8')
const product = allSources().filter(({ path }) => /^(app|extensions)\//.test(path))
const topicDocs = new Map(
  readIntrospection(API_VERSION)
    .__schema.types.find(({ name }) => name === 'WebhookSubscriptionTopic')
    ?.enumValues?.map(({ name, description }) => [name, description]),
)
const scopesOfTopic = (topic: string) => scopesIn(topicDocs.get(topic.toUpperCase().replaceAll(/[/.]/g, '_')))

beforeAll(() => {
  vi.stubEnv('SHOPIFY_API_KEY', 'key').stubEnv('SHOPIFY_API_SECRET', 'secret').stubEnv('SHOPIFY_APP_URL', 'https://app.test')
  vi.stubEnv('DATABASE_URL', 'postgresql://nobody@127.0.0.1:1/none')
})

test('the API version is stated once in the code, and shopify.app.toml agrees', () => {
  expect(declared.apiVersion).toBe(API_VERSION)
  const stating = product.filter(({ tree }) => tree.text.includes(API_VERSION)).map(({ path }) => path)
  expect(stating).toEqual(['app/platform/shopify/api-version.ts'])
})

// The wiring is the whole server: on a busy machine it takes its time to be read.
test('each topic that we listen to has a reaction, and each reaction a topic', { timeout: 120_000 }, async () => {
  const { topics } = await import('#app/wiring.server.ts')
  expect([...declared.topics, ...declared.complianceTopics].sort()).toEqual(Object.keys(topics).sort())
})

test('Shopify knows each topic, and our scopes allow it', () => {
  const unknown = declared.topics.filter((topic) => !topicDocs.has(topic.toUpperCase().replaceAll(/[/.]/g, '_')))
  const beyond = declared.topics.filter((topic) => {
    const needed = scopesOfTopic(topic)
    return needed.length > 0 && !needed.some((scope) => grants(declared.scopes, scope))
  })
  expect({ unknown, beyond }).toEqual({ unknown: [], beyond: [] })
})

/** Scopes that no topic asks for are here for this. */
const OTHER_REASONS: Record<string, () => boolean> = {
  write_files: () => existsSync(fileURLToPath(new URL('../app/reviews/media/store.server.ts', import.meta.url))),
  write_products: () => tomlText.includes('[product.metafields.app.'),
  write_metaobjects: () => tomlText.includes('[metaobjects.app.'),
  write_app_proxy: () => declared.hasProxy,
  write_checkout_extensions_apis: () => existsSync(fileURLToPath(new URL('../extensions/post-purchase-offer', import.meta.url))),
  write_discounts: () => existsSync(fileURLToPath(new URL('../app/platform/codes/mint.server.ts', import.meta.url))),
  write_order_edits: () => product.some(({ tree }) => tree.text.includes('orderEditCommit')),
  read_all_orders: () => declared.scopes.includes('read_orders'),
}

test('each scope is needed, and says why in shopify.app.toml and in the README', () => {
  const needed = (scope: string) => OTHER_REASONS[scope]?.() ?? declared.topics.some((topic) => scopesOfTopic(topic).includes(scope))
  const unexplained = (text: string, mark: (scope: string) => string) => declared.scopes.filter((scope) => !text.includes(mark(scope)))
  expect(declared.scopes.filter((scope) => !needed(scope))).toEqual([])
  expect(unexplained(tomlText, (scope) => `# ${scope} `)).toEqual([])
  expect(unexplained(read('README.md'), (scope) => `| \`${scope}\` |`)).toEqual([])
})

test('each optional scope is asked for in one place, and says why', async () => {
  const { CREDIT_SCOPES } = await import('#app/rewards/credit.ts')
  expect(declared.optionalScopes).toEqual([...CREDIT_SCOPES])
  expect(declared.optionalScopes.filter((scope) => !tomlText.includes(`# ${scope} `))).toEqual([])
  expect(declared.optionalScopes.filter((scope) => !read('README.md').includes(`| \`${scope}\` |`))).toEqual([])
})

test('no code but the wiring subscribes to anything', () => {
  expect(
    product
      .filter(({ tree }) => /registerWebhooks|webhookSubscriptionCreate/.test(tree.text.replaceAll(/\/\/.*/g, '')))
      .map(({ path }) => path),
  ).toEqual([])
})

test('the README names each environment variable that the app reads', () => {
  const names = [...read('app/platform/env.server.ts').matchAll(/^ {2}([A-Z][A-Z_]+):/gm)].map(([, name]) => name ?? '')
  expect(names).toContain('DATABASE_URL')
  expect(names.filter((name) => !read('README.md').includes(`\`${name}\``))).toEqual([])
})

test('size budgets are stated once', () => {
  const numbers = Object.values(BUDGETS).flatMap((bytes) => [String(bytes), bytes.toLocaleString('en').replaceAll(',', '_')])
  const stating = allSources().filter(
    ({ path, tree }) => path !== 'test/bench/budgets/budgets.ts' && numbers.some((number) => new RegExp(`\\b${number}\\b`).test(tree.text)),
  )
  expect(stating.map(({ path }) => path).filter((path) => /^(bin|extensions|test\/bench)\//.test(path))).toEqual([])
})
