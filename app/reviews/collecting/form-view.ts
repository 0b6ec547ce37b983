import { LANGUAGES, type Language } from '#app/values/languages.ts'
import { formWords } from '../wording/catalogue.ts'
import { isBegun, type Draft, type Problem, type Typed } from './draft.ts'

export interface MediaView {
  id: string
  kind: 'photo' | 'video'
  url: string | null
}

/** One product as the form shows it. */
export interface GoodView {
  id: string
  title: string
  imageUrl: string | null
  draft: Draft
  /** Its fields are open from the start. */
  open: boolean
  media: readonly MediaView[]
  /** She sends it back. */
  goesBack: boolean
  /** When she wrote what stands there; null: she has not yet. */
  wrote: string | null
  version: number | null
}

/** All that the form shows. */
export interface FormView {
  language: Language
  action: string
  token: string | null
  pass: string
  productId: string | null
  goods: readonly GoodView[]
  author: string
  /** null: she is known, so she is not asked. */
  email: string | null
  questions: readonly string[]
  /** What is still to be had: a review that is changed earns nothing more. */
  promise: { lines: readonly string[]; conditions: readonly string[] } | null
  problems: readonly Problem[]
}

export const emptyDraft = (productId: string, rating: number | null = null): Draft => ({
  productId,
  rating,
  title: '',
  body: '',
  recommends: null,
  answers: [],
  remove: [],
})

/** What the form needs of a visit. */
interface Visited {
  language: Language
  timeZone: string
  writer: { kind: string }
  order: { firstName: string | null } | null
  goods: readonly { id: string; title: string; imageUrl: string | null }[]
  gone: readonly string[]
  known: ReadonlyMap<string, Known>
  settings: { questions: readonly string[] }
  pass: { token: string }
  promise: FormView['promise']
}
interface Known {
  productId: string
  version: number
  rating: number
  title: string
  body: string
  author: string
  recommends: boolean | null
  answers: unknown
  submittedAt: Date
  media: readonly { id: string; kind: string; url: string | null }[]
}
interface Address {
  action: string
  token: string | null
  productId: string | null
  rating: number | null
}

/** Whoever has bought it, or has written about it, is known; what she would type would change nothing. */
export const asksEmail = ({ writer, known }: Pick<Visited, 'writer' | 'known'>): boolean => writer.kind !== 'order' && known.size === 0

/** What she typed just now, else what she wrote before, else nothing but the stars that she chose in the mail. */
export function formView(asked: Address, visit: Visited, typed: Typed | null, problems: readonly Problem[]): FormView {
  const { language, timeZone, goods, gone, known, settings, order } = visit
  const views = goods.map((good): GoodView => {
    const before = known.get(good.id)
    const chosen = asked.productId === null || asked.productId === good.id ? asked.rating : null
    const draft =
      typed?.drafts.find(({ productId }) => productId === good.id) ??
      (before ? draftOf(before, settings.questions) : emptyDraft(good.id, chosen))
    return {
      ...good,
      draft,
      open: goods.length === 1 || isBegun(draft),
      media: before ? mediaOf(before) : [],
      goesBack: gone.includes(good.id),
      wrote: before ? dateOf(before, language, timeZone) : null,
      version: before?.version ?? null,
    }
  })
  const [earlier] = known.values()
  const { action, token, productId } = asked
  return {
    language,
    action,
    token,
    productId: token ? null : productId,
    pass: visit.pass.token,
    goods: views,
    author: typed?.author ?? (earlier ? nameIn(earlier) : (order?.firstName ?? '')),
    email: asksEmail(visit) ? (typed?.email ?? '') : null,
    questions: settings.questions,
    promise: goods.every(({ id }) => known.has(id)) ? null : visit.promise,
    problems,
  }
}

/** Whoever left it empty finds it empty again, and not the word that stands for nobody. */
const nameIn = ({ author }: Known): string => (LANGUAGES.some((one) => formWords(one).nobody === author) ? '' : author)

function draftOf({ productId, rating, title, body, recommends, answers }: Known, questions: readonly string[]): Draft {
  const given = new Map((Array.isArray(answers) ? answers : []).map(({ question, answer }) => [question, String(answer)]))
  return { productId, rating, title, body, recommends, answers: questions.map((question) => given.get(question) ?? ''), remove: [] }
}

const mediaOf = ({ media }: Known): MediaView[] =>
  media.map(({ id, kind, url }) => ({ id, kind: kind === 'video' ? 'video' : 'photo', url }))

const dateOf = ({ submittedAt }: Known, language: Language, timeZone: string): string =>
  new Intl.DateTimeFormat(language, { dateStyle: 'long', timeZone }).format(submittedAt)
