import { readdirSync, readFileSync } from 'node:fs'
import type { ActionFunctionArgs } from '@remix-run/node'
import { expect, test } from 'vitest'
import { DEFAULT_TERMS } from '#app/rewards/program.ts'
import { useDatabase } from '../platform/world.ts'
import { answerOf, asks, opened } from './merchant.ts'

await useDatabase('routes_outdated')
const SHOP = 'aurora.myshopify.com'
await opened(SHOP)
await import('#app/wiring.server.ts')
const { openConnection, readConnection } = await import('#app/rewards/providers/connections.server.ts')
await openConnection(SHOP, 'judgeme')

type Form = Record<string, any> // oxlint-disable-line typescript/no-explicit-any -- each page has its own
type Route = { loader(args: ActionFunctionArgs): Promise<unknown>; action(args: ActionFunctionArgs): Promise<unknown> }

interface SettingsPage {
  route: string
  params?: Record<string, string>
  shown?: (page: Form) => unknown
  /** Three ways to change what the page was opened with. */
  edits: readonly [Edit, Edit, Edit]
  sent?: (form: Form, opened: string) => object
}
type Edit = (page: Form) => Form

const three = (edit: (value: number) => Edit): SettingsPage['edits'] => [edit(1), edit(2), edit(3)]
const saving = (form: Form, mark: string) => ({ intent: 'save', form, opened: mark })
const automation = (kind: 'missed-offer' | 'bounce-back'): SettingsPage => ({
  route: '_admin.automations.$kind',
  params: { kind },
  shown: ({ form: { retention, manners } }) => [retention[kind], manners],
  edits: three((value) => ({ form }) => ({
    ...form,
    retention: {
      ...form.retention,
      [kind]: { ...form.retention[kind], validDays: value + 10, words: { en: { subject: `No. ${value}` } } },
    },
  })),
  sent: saving,
})
const settingsOf = ({ settings }: Form) => settings

const PAGES: Record<string, SettingsPage> = {
  'the settings': {
    route: '_admin.settings',
    shown: settingsOf,
    edits: three((value) => ({ settings }) => ({ ...settings, limitMs: 500 + value })),
  },
  'the blocks': {
    route: '_admin.settings_.blocks',
    shown: settingsOf,
    edits: three((value) => ({ settings }) => ({ ...settings, hours: 10 + value, together: true })),
  },
  'the wording': {
    route: '_admin.settings_.wording',
    shown: ({ saved }) => saved,
    edits: three((value) => ({ saved }) => ({
      ...saved,
      de: { 'words.decline': `Nein ${value}` },
      en: { 'words.decline': `No ${value}` },
    })),
  },
  'how reviews are collected': {
    route: '_admin.reviews.collecting',
    shown: settingsOf,
    edits: three((value) => ({ settings }) => ({ ...settings, questions: [`Which size? ${value}`] })),
  },
  'how reviews are shown': {
    route: '_admin.reviews.display',
    shown: settingsOf,
    edits: three((value) => ({ settings }) => ({ ...settings, perPage: 10 + value })),
  },
  'how reviews are asked for': {
    route: '_admin.reviews.requests',
    shown: ({ form: { asking, look } }) => [asking.pause, asking.words, look],
    edits: three((value) => ({ form }) => ({
      ...form,
      asking: { ...form.asking, active: true, pause: 40 + value, words: { fr: { subject: `Avis ${value}` }, de: { intro: 'Hallo' } } },
      look: { ...form.look, postalAddress: `Street ${value}` },
    })),
    sent: saving,
  },
  'the missed offer': automation('missed-offer'),
  'the bounce-back': automation('bounce-back'),
  'the reward program': {
    route: '_admin.rewards.program',
    shown: ({ program }) => program,
    edits: three((value) => () => ({ active: true, terms: { ...DEFAULT_TERMS, days: 20 + value } })),
  },
  'a review app’s keys': {
    route: '_admin.rewards.providers.$provider',
    params: { provider: 'judgeme' },
    edits: three((value) => () => ({ secret: `secret ${value}` })),
    sent: (keys, mark) => ({ action: 'save', keys, opened: mark }),
  },
}
const routes = await Promise.all(
  Object.entries(PAGES).map(async ([name, page]) => [name, page, (await import(`../../app/routes/${page.route}.tsx`)) as Route] as const),
)

function door({ params = {}, sent = (form, mark) => ({ form, opened: mark }) }: SettingsPage, route: Route) {
  const args = (body?: object) => ({ request: asks(SHOP, '/settings', body), params, context: {} })
  return {
    open: async () => (await answerOf(route.loader(args()))).body as Form & { opened: string },
    save: async (form: Form, mark: string) => {
      const { status, body } = await answerOf(route.action(args(sent(form, mark))))
      return { status, told: body as { opened?: string; because?: string; now?: string } }
    },
  }
}
const stored = async ({ shown }: SettingsPage, page: Form) => shown?.(page) ?? (await readConnection(SHOP, 'judgeme'))?.secret

test.each(routes)('%s: what someone else saved meanwhile is not overwritten unseen', async (_, page, route) => {
  const { open, save } = door(page, route)
  const [theirs, mine] = page.edits
  const before = await open()
  expect(await save(theirs(before), before.opened)).toMatchObject({ status: 200, told: { opened: expect.any(String) } })
  const between = await open()
  const kept = await stored(page, between)
  const refused = await save(mine(before), before.opened)
  expect(refused).toMatchObject({ status: 409, told: { because: 'changed-meanwhile', now: between.opened } })
  expect(await stored(page, await open())).toEqual(kept)
  // The answer to the first save was lost: saved again, it is no conflict.
  expect(await save(theirs(before), before.opened)).toMatchObject({ status: 200, told: { opened: between.opened } })
  const over = await save(mine(before), refused.told.now ?? '')
  expect(over.status).toBe(200)
  const after = await open()
  expect(after.opened).toBe(over.told.opened)
  expect(await stored(page, after)).not.toEqual(kept)
})

test.each(routes)('%s: of two saves at one moment, one is told of the other', async (_, page, route) => {
  const { open, save } = door(page, route)
  const before = await open()
  const [one, two] = [page.edits[2], page.edits[0]]
  const both = await Promise.all([save(one(before), before.opened), save(two(before), before.opened)])
  expect(both.map(({ status }) => status).sort()).toEqual([200, 409])
})

test('no page with a form is left out', () => {
  const folder = new URL('../../app/routes/', import.meta.url)
  const holding = readdirSync(folder).filter((name) => /answerSave\(|useHeld\(/.test(readFileSync(new URL(name, folder), 'utf8')))
  expect([...new Set(Object.values(PAGES).map(({ route }) => `${route}.tsx`))].sort()).toEqual(holding.sort())
})
