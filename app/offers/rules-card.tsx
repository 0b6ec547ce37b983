import { BlockStack, Box, Card, Divider, Text } from '@shopify/polaris'
import { AddRule } from './add-rule.tsx'
import { emptyRule, GROUPS, type Group, type RuleDraft } from './draft.ts'
import { useEditor } from './editor-state.tsx'
import { RuleRow } from './rule-row.tsx'
import type { Rule } from './rules/rules.ts'
import { sentenceOf } from './sentence.ts'

const TITLES: Record<Group, { title: string; empty: string }> = {
  all: { title: 'All of these must be true', empty: 'No condition: every purchase passes.' },
  any: { title: 'At least one of these must be true', empty: 'No condition.' },
  not: { title: 'None of these may be true', empty: 'No exception.' },
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
        {GROUPS.map((group) => (
          <RuleGroup key={group} group={group} />
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

function RuleGroup({ group }: { group: Group }) {
  const { draft, change, problem } = useEditor()
  const rules = draft.rules[group]
  const set = (edit: (rules: RuleDraft[]) => RuleDraft[]) =>
    change((now) => ({ ...now, rules: { ...now.rules, [group]: edit(now.rules[group]) } }))
  const add = (kind: Rule['kind']) => set((now) => [...now, emptyRule(kind, `${group}-${crypto.randomUUID()}`)])
  return (
    <BlockStack gap="300">
      <Divider />
      <Text as="h3" variant="headingSm">
        {TITLES[group].title}
      </Text>
      {rules.length === 0 ? (
        <Text as="p" tone="subdued">
          {TITLES[group].empty}
        </Text>
      ) : null}
      {rules.map((rule, index) => (
        <RuleRow
          key={rule.key}
          rule={rule}
          path={`rules.${group}.${index}`}
          onChange={(edited) => set((now) => now.map((one) => (one.key === rule.key ? edited : one)))}
          onRemove={() => set((now) => now.filter((one) => one.key !== rule.key))}
        />
      ))}
      {problem(`rules.${group}`) ? (
        <Text as="p" tone="critical">
          {problem(`rules.${group}`)}
        </Text>
      ) : null}
      <AddRule label={`Add condition to “${TITLES[group].title}”`} onAdd={add} />
    </BlockStack>
  )
}
