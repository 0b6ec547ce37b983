import { createContext, useCallback, useContext, useMemo, useState, type ReactNode } from 'react'
import { checkOffer, problemsOf, type Problems } from '../check.ts'
import type { Language } from '#app/values/languages.ts'
import type { Use } from '../caps.ts'
import { candidateOf, type OfferDraft, type Terms } from './draft.ts'
import type { OfferDefinition } from '../offer.ts'
import type { ShutPlaces } from '../shut.ts'
import type { Names } from '../rules/words.ts'
import type { StepDraft } from './step-draft.ts'

/** What the editor knows of the shop besides the offer. */
export interface Surroundings {
  terms: Terms
  names: Names
  offers: readonly { id: string; title: string }[] // that conditions may name
  language: Language // of the shop, in which wording and preview begin
  shut: ShutPlaces // of the shop
  use: Use | null // of its limits so far; null: not saved yet
}

export interface Editor extends Surroundings {
  draft: OfferDraft
  opened: OfferDraft // as it was when the editor opened, whatever the page loads again meanwhile
  candidate: OfferDefinition
  dirty: boolean
  setLanguage: (language: Language) => void
  change: (edit: (draft: OfferDraft) => OfferDraft) => void
  changeStep: (index: number, edit: Partial<StepDraft>) => void
  learn: (names: Partial<Names>) => void
  touch: (path: string) => void // the merchant has left this field
  field: (path: string) => { error: string | false; onBlur: () => void }
  problem: (path: string) => string | false
  problemsIn: (path: string) => Problems
  attempt: () => OfferDefinition | null
  reset: () => void
}

/** Of the editor what typing does not change: what uses nothing else need not be drawn anew for each letter. */
type Still = Pick<Editor, 'terms' | 'names' | 'offers' | 'learn' | 'touch'>

const Context = createContext<Editor | null>(null)
const StillContext = createContext<Still | null>(null)

export function EditorProvider({ editor, children }: { editor: Editor; children: ReactNode }) {
  const { terms, names, offers, learn, touch } = editor
  const still = useMemo(() => ({ terms, names, offers, learn, touch }), [terms, names, offers, learn, touch])
  return (
    <Context.Provider value={editor}>
      <StillContext.Provider value={still}>{children}</StillContext.Provider>
    </Context.Provider>
  )
}

export const useEditor = (): Editor => given(useContext(Context))
export const useStill = (): Still => given(useContext(StillContext))

function given<Value>(value: Value | null): Value {
  if (!value) throw new Error('Only what is inside an EditorProvider can use the editor.')
  return value
}

/** A field's problem is silent until the merchant has left the field or tried to save. */
export function useEditorState(
  initial: OfferDraft,
  { terms, names: known, offers, language: first, use, shut }: Surroundings,
  refused: Problems,
): Editor {
  const [opened] = useState(initial)
  const [draft, setDraft] = useState(opened)
  const [seen, setSeen] = useState<ReadonlySet<string> | 'all'>(new Set())
  const [sent, setSent] = useState<OfferDraft>()
  const [language, setLanguage] = useState(first)
  const candidate = useMemo(() => candidateOf(draft, terms), [draft, terms])
  const judged = useMemo(() => checkOffer(candidate), [candidate])
  const problems = problemsOf(judged)
  const dirty = useMemo(() => JSON.stringify(draft) !== JSON.stringify(opened), [draft, opened])
  const told: Problems = { ...(sent === draft ? refused : {}), ...(seen === 'all' ? problems : those(problems, (path) => seen.has(path))) }
  const problem = (path: string) => told[path] || false
  const touch = useCallback((path: string) => setSeen((before) => (before === 'all' ? before : new Set([...before, path]))), [])
  const named = useNames(known)
  const changeStep = useCallback((index: number, edit: Partial<StepDraft>) => {
    setDraft((before) => ({ ...before, steps: before.steps.map((step, at) => (at === index ? { ...step, ...edit } : step)) }))
  }, [])
  return {
    draft,
    opened,
    terms,
    offers,
    use,
    shut,
    language,
    setLanguage,
    ...named,
    candidate: candidate as OfferDefinition,
    dirty,
    change: setDraft,
    changeStep,
    touch,
    problem,
    problemsIn: (path) => those(told, (each) => each.startsWith(`${path}.`)),
    field: (path) => ({ error: problem(path), onBlur: () => touch(path) }),
    attempt: () => {
      setSeen('all')
      setSent(draft)
      return judged.ok ? judged.value : null
    },
    reset: () => {
      setDraft(opened)
      setSeen(new Set())
    },
  }
}

/** What things are called: those that the offer named when it was opened, and those picked since. */
function useNames(known: Names): Pick<Editor, 'names' | 'learn'> {
  const [learned, setLearned] = useState<Partial<Names>>({})
  const learn = useCallback((names: Partial<Names>) => setLearned((before) => mergeNames({ ...NOTHING, ...before }, names)), [])
  const names = useMemo(() => mergeNames(known, learned), [known, learned])
  return { names, learn }
}

const NO_PROBLEM: Problems = {}

/** Always the same where there is none. */
function those(problems: Problems, wanted: (path: string) => boolean): Problems {
  const found = Object.entries(problems).filter(([path]) => wanted(path))
  return found.length === 0 ? NO_PROBLEM : Object.fromEntries(found)
}

const NOTHING: Names = { products: {}, variants: {}, collections: {}, offers: {} }

const mergeNames = (names: Names, more: Partial<Names>): Names => ({
  products: { ...names.products, ...more.products },
  variants: { ...names.variants, ...more.variants },
  collections: { ...names.collections, ...more.collections },
  offers: { ...names.offers, ...more.offers },
})
