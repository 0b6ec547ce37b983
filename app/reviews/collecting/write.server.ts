import { createHmac } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { environment } from '#app/platform/env.server.ts'
import { log } from '#app/platform/log.server.ts'
import type { Multipart } from '#app/platform/multipart.server.ts'
import { languageOf, type Language } from '#app/values/languages.ts'
import { takeMedia } from '../media/taken.server.ts'
import { fillWords, formWords } from '../wording/catalogue.ts'
import { isBegun, problemsOf, readTyped, type Problem, type Typed } from './draft.ts'
import { formPage } from './form-page.ts'
import { asksEmail, formView } from './form-view.ts'
import { page, saying, type Markup } from './page.ts'
import { submitReviews } from './submission.server.ts'
import { thanks } from './thanks.server.ts'
import { promisedVersion } from '../terms.ts'
import { reads } from './reads.server.ts'
import { readVisit, type Asked, type Visit, type VisitFault } from './visit.server.ts'

export interface Page {
  status: number
  body: Markup
}

const css = readFileSync(new URL('./form.css', import.meta.url), 'utf8')

/** The form as she finds it: empty, or with what she wrote before. */
export async function openForm(asked: Asked): Promise<Page> {
  const visit = await readVisit(asked)
  if (!visit.ok) return refusal(asked, visit.because)
  await prepare(visit.value)
  return showForm(asked, visit.value, null, [])
}

/** Only for buyers: whoever opens the form by chance must not make discounts. A failure costs her a minute's wait, not the form. */
async function prepare({ shop, promise, order, terms }: Visit): Promise<void> {
  if (!promise || !order) return
  await reads()
    .prepareCodes(shop, promisedVersion(terms) ?? undefined)
    .catch((error: unknown) => log.warn({ err: error, shop }, 'codes could not be prepared'))
}

/** What she sent: stored, or shown again with what is wrong. */
export async function takeForm(asked: Asked, form: Multipart | null): Promise<Page> {
  if (!form) return tooLarge(asked)
  const given = {
    ...asked,
    token: form.fields.get('t') ?? asked.token,
    pass: form.fields.get('pass'),
    productId: form.fields.get('product'),
  }
  const visit = await readVisit(given)
  if (!visit.ok) return form.cut ? tooLarge(asked) : refusal(asked, visit.because)
  const { goods, settings, known } = visit.value
  const typed = readTyped(
    form.fields,
    goods.map(({ id }) => id),
    settings.questions.length,
  )
  const cut: Problem[] = form.cut ? [{ field: 'all', because: 'all-too-large' }] : []
  const problems = [...cut, ...problemsOf(typed, { asksEmail: asksEmail(visit.value) })]
  if (problems.length > 0) return showForm(given, visit.value, typed, problems, form.cut ? 413 : 422)
  const answered = { ...typed, drafts: typed.drafts.filter(isBegun) }
  const { media, problems: faults } = await takeMedia(form.uploads, answered.drafts, (id) => known.get(id)?.media ?? [])
  if (faults.length > 0) return showForm(given, visit.value, typed, faults, statusOf(faults))
  const submitted = await submitReviews(visit.value, answered, media, originOf(asked))
  return finish(visit.value, asked, await thanks(visit.value, submitted, changeAddress(given, visit.value)))
}

/** Too large is said in HTTP's words too. */
const statusOf = (problems: readonly Problem[]): number => (problems.some(({ because }) => because.endsWith('-size')) ? 413 : 422)

/** Keyed and hashed: it must count, not tell who it was. */
function originOf({ address }: Asked): string | null {
  if (!address) return null
  return createHmac('sha256', environment().SHOPIFY_API_SECRET).update(`origin ${address}`).digest('base64url').slice(0, 22)
}

/** Where she finds what she wrote, to change it. */
function changeAddress({ action, token, productId }: Asked, visit: Visit): string {
  const kept: Record<string, string> = token ? { t: token } : { product: productId ?? '', pass: visit.pass.token }
  return `${action}?${new URLSearchParams(kept)}`
}

function showForm(asked: Asked, visit: Visit, typed: Typed | null, problems: Problem[], status = 200): Page {
  return finish(visit, asked, formPage(formView(asked, visit, typed, problems)), status)
}

const scriptOf = (action: string): string => action.replace(/\/write$/, '/form.js')

function finish({ language, shopName, logoUrl }: Visit, { action }: Asked, body: Markup, status = 200): Page {
  const title = fillWords(formWords(language).pageTitle, { shop: shopName })
  return { status, body: page(language, title, { css, script: scriptOf(action) }, body, { name: shopName, logoUrl }) }
}

const languageFor = ({ locale, spoken }: Asked): Language => languageOf(locale ?? spoken ?? 'en')
const STATUS: Record<VisitFault, number> = { expired: 410, forged: 404, gone: 410, closed: 403 }

const refusal = (asked: Asked, because: VisitFault): Page => sorry(asked, formWords(languageFor(asked))[because], STATUS[because])
const tooLarge = (asked: Asked): Page => sorry(asked, formWords(languageFor(asked)).tooLarge, 413)

function sorry(asked: Asked, said: { heading: string; text: string }, status: number): Page {
  const body = page(languageFor(asked), said.heading, { css, script: scriptOf(asked.action) }, saying(said), { name: '', logoUrl: '' })
  return { status, body }
}
