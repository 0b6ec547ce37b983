import { createContext, useCallback, useContext, useMemo, useState } from 'react'
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
  field: (path: string) => { error: string | false; onBlur: () => void }
  problem: (path: string) => string | false
  attempt: () => OfferDefinition | null
  reset: () => void
}

const Context = createContext<Editor | null>(null)
export const EditorProvider = Context.Provider

export function useEditor(): Editor {
  const editor = useContext(Context)
  if (!editor) throw new Error('useEditor is for what is inside an EditorProvider.')
  return editor
}

/** A field's problem is silent until the merchant has left the field or tried to save. */
export function useEditorState(
  initial: OfferDraft,
  { terms, names: known, offers, language: first, use, shut }: Surroundings,
  refused: Problems,
): Editor {
  const [opened] = useState(initial)
  const [draft, setDraft] = useState(opened)
  const [learned, setLearned] = useState<Partial<Names>>({})
  const [seen, setSeen] = useState<ReadonlySet<string> | 'all'>(new Set())
  const [sent, setSent] = useState<OfferDraft>()
  const [language, setLanguage] = useState(first)
  const candidate = useMemo(() => candidateOf(draft, terms), [draft, terms])
  const judged = useMemo(() => checkOffer(candidate), [candidate])
  const problems = problemsOf(judged)
  const dirty = useMemo(() => JSON.stringify(draft) !== JSON.stringify(opened), [draft, opened])
  const problem = (path: string) => ((seen === 'all' || seen.has(path)) && problems[path]) || (sent === draft && refused[path]) || false
  const touch = (path: string) => setSeen((before) => (before === 'all' ? before : new Set([...before, path])))
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
    names: mergeNames(known, learned),
    candidate: candidate as OfferDefinition,
    dirty,
    change: setDraft,
    changeStep,
    learn: (names) => setLearned((before) => mergeNames({ ...NOTHING, ...before }, names)),
    problem,
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

const NOTHING: Names = { products: {}, variants: {}, collections: {}, offers: {} }

const mergeNames = (names: Names, more: Partial<Names>): Names => ({
  products: { ...names.products, ...more.products },
  variants: { ...names.variants, ...more.variants },
  collections: { ...names.collections, ...more.collections },
  offers: { ...names.offers, ...more.offers },
})
