import { AxeBuilder } from '@axe-core/playwright'
import { expect, test } from 'vitest'
import { embedded, type Visitor } from '../support/browser.ts'
import { scene } from '../support/scene.ts'
import { focused, tabTo } from './keyboard.ts'
import { callEncore, domain, findProduct, installEncore, openEncore, query } from './people.ts'

const world = scene('moderation')
let merchant: Visitor
const app = () => embedded(merchant.page)
const pictures = process.env['PICTURES']
const show = async (name: string) =>
  void (pictures && (await merchant.page.screenshot({ path: `${pictures}/${name}.png`, fullPage: true })))
const press = async (...keys: string[]) => {
  for (const key of keys) await merchant.page.keyboard.press(key)
}
const stateOf = async (id: string) => {
  const [row] = await query<{ state: string; hidden_for: string | null; reply: string | null; reply_public: boolean }>(
    world.stack.databases.app,
    'select state, hidden_for, reply, reply_public from review where shop = $1 and id = $2',
    [domain('aurora'), id],
  )
  return row
}
const focusIsOn = (name: RegExp) => expect.poll(() => focused(merchant.page), { timeout: 15_000 }).toMatch(name)
const becomes = (id: string, told: object) => expect.poll(() => stateOf(id), { timeout: 15_000 }).toMatchObject(told)

async function insert(
  id: string,
  minutesAgo: number,
  { rating = 4, body = 'It does what it should.', state = 'held', heldFor = 'looked-at-first' as string | null } = {},
) {
  const product = await findProduct(world.stack, 'aurora', 'Leather case, Black')
  await query(
    world.stack.databases.app,
    `insert into review (shop, id, product_id, source, source_id, rating, title, body, author, language, state, held_for, submitted_at, updated_at, email)
     values ($1, $2, $3, 'form', $2, $4, '', $5, $6, 'en', $7, $8, now() - make_interval(mins => $9::int), now(), $10)`,
    [domain('aurora'), id, String(product.id), rating, body, id, state, state === 'held' ? heldFor : null, minutesAgo, `${id}@example.com`],
  )
}

test('before the first review the page says what to do', async () => {
  merchant = await world.person()
  await installEncore(world.stack, merchant.page)
  await openEncore(world.stack, merchant.page, { path: '/reviews' })
  await app().getByRole('heading', { name: 'No review yet' }).waitFor()
  await app().getByRole('link', { name: 'Set up collecting' }).click()
  await app().getByText('Hold back low ratings until I looked').click()
  await app().getByText('16 CFR 465.7').waitFor()
  await show('collecting')
  await app().getByText('Publish after I looked').click()
  await merchant.page.getByRole('button', { name: 'Save' }).click()
  await merchant.page.getByText('Settings saved').first().waitFor()
  merchant.mustBeQuiet()
})

test('the queue is worked off by keyboard alone', async () => {
  await insert('ada', 50)
  await insert('bea', 40, { rating: 1, body: 'It broke after a week.' })
  await insert('cleo', 30, { body: 'Cheap pills at https://pills.example', heldFor: 'links' })
  await insert('dora', 20, { state: 'published', rating: 5 })
  await openEncore(world.stack, merchant.page, { path: '/reviews?tab=held' })
  await app().getByText('Held: it contains a link.').waitFor()
  await show('queue')
  await tabTo(merchant.page, /^Review by ada/)
  await press('?')
  await app().getByText('Next review', { exact: true }).waitFor()
  await show('queue-help')
  await press('?', 'p')
  await becomes('ada', { state: 'published' })
  await app()
    .getByRole('listitem', { name: /Review by ada/ })
    .waitFor({ state: 'detached' })
  // What took its place has the focus, and what a dialog was asked for gets it back.
  await focusIsOn(/^Review by bea/)
  await press('j', 'k', 'j', 'h')
  await app().getByRole('dialog').waitFor()
  await press('Escape')
  await focusIsOn(/^Review by cleo/)
  await press('h')
  await app().getByRole('dialog').getByText('the law forbids it').waitFor()
  await show('hide')
  expect(await app().getByRole('dialog').getByRole('button', { name: 'Hide', exact: true }).isDisabled()).toBe(true)
  await tabTo(merchant.page, /^Spam or advertising/)
  await press('Space')
  await tabTo(merchant.page, 'Hide')
  await press('Enter')
  await becomes('cleo', { state: 'hidden', hidden_for: 'spam' })
  await focusIsOn(/^Review by bea/)
  merchant.mustBeQuiet()
})

test('what was hidden comes back by Undo', async () => {
  // Before it is told, the way back that is offered is that of the deed before.
  await merchant.page.getByText('1 review hidden').waitFor()
  await merchant.page.getByRole('button', { name: 'Undo' }).click()
  await becomes('cleo', { state: 'held', hidden_for: null })
})

test('several at once, and a reply that stands beneath the review', async () => {
  await openEncore(world.stack, merchant.page, { path: '/reviews?tab=held' })
  await app().getByRole('checkbox', { name: 'Select all on this page' }).check()
  await app().getByText('2 selected').waitFor()
  // Thought better of, hiding leaves everything as it was: what is selected, and where the focus was.
  await tabTo(merchant.page, 'Hide')
  await press('Enter')
  await app().getByRole('dialog').waitFor()
  await press('Escape')
  await focusIsOn(/^Hide$/)
  await app().getByText('2 selected').waitFor()
  await app().getByRole('button', { name: 'Publish', exact: true }).first().click()
  await becomes('bea', { state: 'published' })
  await openEncore(world.stack, merchant.page, { path: '/reviews?search=broke' })
  await app().getByRole('link', { name: 'Reply' }).click()
  await app().getByRole('heading', { name: 'Review by bea' }).waitFor()
  await app().getByLabel('Your reply').fill('We are sorry, and have sent you another one.')
  await app().getByRole('button', { name: 'Save reply' }).click()
  await becomes('bea', { reply: 'We are sorry, and have sent you another one.' })
  await app().getByText('Replied to by staff member').waitFor()
  // The same words, to her alone this time.
  await app().getByText('Only the reviewer, by e-mail').click()
  await app().getByRole('button', { name: 'Send by e-mail' }).click()
  await becomes('bea', { reply_public: false })
  await show('review')
  const { violations } = await new AxeBuilder({ page: merchant.page }).include('iframe').analyze()
  expect(violations.map(({ id, nodes }) => ({ id, targets: nodes.map(({ target }) => target) }))).toEqual([])
  merchant.mustBeQuiet()
})

test('a typed reply is held until it is saved, and one of another tab is not overwritten without a word', async () => {
  await insert('emil', 5, { state: 'published', body: 'It squeaks.' })
  await openEncore(world.stack, merchant.page, { path: '/reviews/emil' })
  const mine = app().getByLabel('Your reply')
  await mine.fill('Oil helps')
  await merchant.page.getByRole('button', { name: 'Discard' }).click()
  await expect.poll(() => mine.inputValue()).toBe('')
  await mine.fill('Oil helps')
  await query(world.stack.databases.app, `update review set reply = 'We will call', reply_public = true where id = 'emil'`)
  await merchant.page.getByRole('button', { name: 'Save', exact: true }).click()
  await app().getByText('This was saved by someone else since you opened the page').waitFor()
  expect([await mine.inputValue(), (await stateOf('emil'))?.reply]).toEqual(['Oil helps', 'We will call'])
  await show('reply-conflict')
  await app().getByRole('button', { name: 'Save mine over it' }).click()
  await becomes('emil', { reply: 'Oil helps' })
  await merchant.page.getByRole('button', { name: 'Discard' }).waitFor({ state: 'detached' })
  merchant.mustBeQuiet()
})

test('the list is narrowed, its address says so, and an empty one tells the way back', async () => {
  await openEncore(world.stack, merchant.page, { path: '/reviews' })
  await app().getByRole('button', { name: 'More filters' }).click()
  await app().getByLabel('Came by').selectOption('Imports')
  await app().getByText('No review fits these filters').waitFor()
  await expect.poll(() => merchant.page.url()).toContain('source=import')
  await show('queue-nothing-fits')
  await app().getByRole('button', { name: 'Clear filters' }).last().click()
  await app().getByText('No review fits these filters').waitFor({ state: 'detached' })
  await app().getByLabel('Written from').fill('2026-01-01')
  await app().getByLabel('Buyer').selectOption('Not verified')
  await app().getByRole('button', { name: 'More filters (2)' }).waitFor()
  const { violations } = await new AxeBuilder({ page: merchant.page }).include('iframe').analyze()
  expect(violations.map(({ id, nodes }) => ({ id, targets: nodes.map(({ target }) => target) }))).toEqual([])
  await show('queue-narrowed')
  await merchant.page.setViewportSize({ width: 360, height: 800 })
  await show('queue-narrowed-narrow')
  await merchant.page.setViewportSize({ width: 1280, height: 800 })
  merchant.mustBeQuiet()
})

test('its audit log can be had as a file', async () => {
  const answer = await callEncore(world.stack, 'aurora', '/reviews/bea/audit')
  expect(answer.headers.get('content-type')).toContain('text/csv')
  const text = await answer.text()
  expect(text).toContain('published')
  expect(text).toContain('replied')
})

test('what is hidden together takes its buttons along, and the focus goes to the box for all', async () => {
  await insert('emma', 10, { state: 'published' })
  await openEncore(world.stack, merchant.page, { path: '/reviews' })
  await app().getByRole('checkbox', { name: 'Select all on this page' }).check()
  await tabTo(merchant.page, 'Hide')
  await press('Enter')
  await tabTo(merchant.page, /^Spam or advertising/)
  await press('Space')
  await tabTo(merchant.page, 'Hide')
  await press('Enter')
  await becomes('emma', { state: 'hidden', hidden_for: 'spam' })
  await focusIsOn(/^Select all/)
  merchant.mustBeQuiet()
})
