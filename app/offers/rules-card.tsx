import { BlockStack, Box, Card, Divider, Text } from '@shopify/polaris'
import { AddRule } from './add-rule.tsx'
import { useEditor } from './editor-state.tsx'
import { RuleRow } from './rule-row.tsx'
import type { Condition } from './rules/kinds.ts'
import { emptyCondition, isGroupDraft, type GroupDraft, type RuleDraft } from './rules/rule-draft.ts'
import { GROUPS, type Group } from './rules/rules.ts'
import { sentenceOf } from './sentence.ts'

const TITLES: Record<Group['kind'], { title: string; empty: string }> = {
  all: { title: 'All of these must be true', empty: 'No condition: every purchase passes.' },
  any: { title: 'At least one of these must be true', empty: 'No condition.' },
  none: { title: 'None of these may be true', empty: 'No exception.' },
}

export function RulesCard() {
  const { candidate, names, terms } = useEditor()
  return (
    <Card>
      <BlockStack gap="400">
        <BlockStack gap="100">
          <Text as="h2" variant="headingMd">
            Who sees it
          </Text>
          <Text as="p" tone="subdued">
            Judged on the purchase just paid and on what we know of the shopper before it.
          </Text>
        </BlockStack>
        {GROUPS.map((kind) => (
          <RuleGroup key={kind} kind={kind} />
        ))}
        <Box background="bg-surface-secondary" padding="300" borderRadius="200">
          <div aria-live="polite">
            <Text as="p">{sentenceOf(candidate.rules, { names, currency: terms.currency })}</Text>
          </div>
        </Box>
      </BlockStack>
    </Card>
  )
}

/** The root, or the group of that kind directly below it. */
function groupOf(root: GroupDraft, kind: Group['kind']): { group: GroupDraft; path: string } {
  const index = root.rules.findIndex((rule) => isGroupDraft(rule) && rule.kind === kind)
  const found = root.rules[index]
  if (kind === root.kind || !found || !isGroupDraft(found))
    return { group: kind === root.kind ? root : { key: kind, kind, rules: [] }, path: 'rules' }
  return { group: found, path: `rules.rules.${index}` }
}

function withGroup(root: GroupDraft, edited: GroupDraft): GroupDraft {
  if (edited.key === root.key) return edited
  const rest = root.rules.filter(({ key }) => key !== edited.key)
  return { ...root, rules: edited.rules.length > 0 ? [...rest, edited] : rest }
}

function RuleGroup({ kind }: { kind: Group['kind'] }) {
  const { draft, change, problem, terms } = useEditor()
  const { group, path } = groupOf(draft.rules, kind)
  const set = (edit: (rules: RuleDraft[]) => RuleDraft[]) =>
    change((now) => {
      const { group: before } = groupOf(now.rules, kind)
      return { ...now, rules: withGroup(now.rules, { ...before, rules: edit(before.rules) }) }
    })
  const add = (condition: Condition['kind']) => set((now) => [...now, emptyCondition(condition, crypto.randomUUID(), terms.currency)])
  return (
    <BlockStack gap="300">
      <Divider />
      <Text as="h3" variant="headingSm">
        {TITLES[kind].title}
      </Text>
      {group.rules.every(isGroupDraft) ? (
        <Text as="p" tone="subdued">
          {TITLES[kind].empty}
        </Text>
      ) : null}
      {group.rules.map((rule, index) =>
        isGroupDraft(rule) ? null : (
          <RuleRow
            key={rule.key}
            rule={rule}
            path={`${path}.rules.${index}`}
            onChange={(edited) => set((now) => now.map((one) => (one.key === rule.key ? edited : one)))}
            onRemove={() => set((now) => now.filter((one) => one.key !== rule.key))}
          />
        ),
      )}
      {problem(path) ? (
        <Text as="p" tone="critical">
          {problem(path)}
        </Text>
      ) : null}
      <AddRule label={`Add condition to “${TITLES[kind].title}”`} onAdd={add} />
    </BlockStack>
  )
}
