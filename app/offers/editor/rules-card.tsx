import { Box, Text } from '@shopify/polaris'
import { useAppBridge } from '@shopify/app-bridge-react'
import { useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react'
import { Section } from '#app/ui/section.tsx'
import { useEditor } from './editor-state.tsx'
import { MatchCount } from './match-count.tsx'
import { RuleGroup } from './rule-group.tsx'
import { moveId, type TreeEdits } from './rule-row.tsx'
import { RULE_WORDS as words } from './rule-words.ts'
import { isGroupDraft, type GroupDraft } from '../rules/rule-draft.ts'
import { added, moved, placeOf, removed, replaced, withKind } from '../rules/rule-edits.ts'
import { sentenceOf } from '../sentence.ts'

export function RulesCard() {
  const { draft, candidate, names, terms } = useEditor()
  const { edits, announcement } = useTree()
  return (
    <Section title={words.title} about={words.about} gap="400">
      <RuleGroup group={draft.rules} path="rules" depth={0} edits={edits} />
      <Box background="bg-surface-secondary" padding="300" borderRadius="200">
        <div aria-live="polite">
          <Text as="p">{sentenceOf(candidate.rules, { names, currency: terms.currency })}</Text>
        </div>
      </Box>
      <MatchCount />
      <div aria-live="assertive">
        <Text as="span" visuallyHidden>
          {announcement}
        </Text>
      </div>
    </Section>
  )
}

/** Edits of the tree, for as long as it is on the page. What moves keeps the focus on the button that moved it; what is removed can be had back. */
function useTree(): { edits: TreeEdits; announcement: string } {
  const { draft, change } = useEditor()
  const shopify = useAppBridge()
  const [announcement, announce] = useState('')
  const focus = useRef<string | null>(null)
  useEffect(() => {
    if (focus.current) document.querySelector<HTMLElement>(focus.current)?.focus()
    focus.current = null
  })
  const newest = useRef(draft.rules)
  useLayoutEffect(() => void (newest.current = draft.rules))
  const edits = useMemo((): TreeEdits => {
    const setFocus = (selector: string | null) => void (focus.current = selector)
    const set = (edit: (root: GroupDraft) => GroupDraft) => change((now) => ({ ...now, rules: edit(now.rules) }))
    return {
      edit: (key, rule) => set((root) => replaced(root, key, () => rule)),
      setKind: (key, kind) => set((root) => withKind(root, key, kind)),
      add: (groupKey, rule) => {
        set((root) => added(root, groupKey, rule))
        setFocus(isGroupDraft(rule) ? `[data-group="${rule.key}"] select` : null)
      },
      move: (key, way, what) => {
        const found = moved(newest.current, key, way)
        announce(found ? words.movedInto(what, words.kinds[found.into.kind]) : words.cannotMove(what, way === 'up'))
        if (!found) return
        set(() => found.root)
        setFocus(`[id="${moveId(key, way)}"]`)
      },
      remove: (key, what) => {
        const before = newest.current
        set((root) => removed(root, key))
        setFocus(`[data-group="${placeOf(before, key)?.parent.key}"] select`)
        shopify.toast.show(words.removed(what), { action: words.undo, onAction: () => set(() => before) })
      },
    }
  }, [change, shopify])
  return { edits, announcement }
}
