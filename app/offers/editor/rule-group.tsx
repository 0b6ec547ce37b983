import { BlockStack, Button, InlineError, InlineStack, Select, Text } from '@shopify/polaris'
import { PlusCircleIcon } from '@shopify/polaris-icons'
import { AddRule } from './add-rule.tsx'
import { useEditor } from './editor-state.tsx'
import { RuleRow, RuleTools } from './rule-row.tsx'
import { RULE_WORDS as words } from './rule-words.ts'
import { kindOf } from '../rules/kinds.ts'
import { emptyCondition, isGroupDraft, type GroupDraft, type RuleDraft } from '../rules/rule-draft.ts'
import type { Way } from '../rules/rule-edits.ts'
import { GROUPS, type Group } from '../rules/rules.ts'

/** What the tree's rows may do to it. */
export interface TreeEdits {
  edit: (key: string, rule: RuleDraft) => void
  setKind: (key: string, kind: Group['kind']) => void
  add: (groupKey: string, rule: RuleDraft) => void
  move: (key: string, way: Way, what: string) => void
  remove: (key: string, what: string) => void
}
interface RuleGroupProps {
  group: GroupDraft
  path: string
  depth: number
  edits: TreeEdits
}

const KINDS = GROUPS.map((value) => ({ value, label: words.kinds[value] }))

/** A group with all that is in it: any number of conditions and of groups again. */
export function RuleGroup({ group, path, depth, edits }: RuleGroupProps) {
  const { problem } = useEditor()
  const name = words.kinds[group.kind]
  const error = problem(path)
  return (
    <div className={depth === 0 ? undefined : 'group-of-rules'} role="group" aria-label={name} data-group={group.key}>
      <BlockStack gap="300">
        <InlineStack align="space-between" blockAlign="center" wrap={false} gap="200">
          <div className="grow">
            <Select
              label={words.groupLabel(depth)}
              labelHidden
              options={KINDS}
              value={group.kind}
              onChange={(kind) => edits.setKind(group.key, kind as Group['kind'])}
              id={path}
            />
          </div>
          {depth === 0 ? null : (
            <RuleTools
              ruleKey={group.key}
              what={words.group}
              onMove={(way) => edits.move(group.key, way, words.group)}
              onRemove={() => edits.remove(group.key, words.group)}
            />
          )}
        </InlineStack>
        {group.rules.length === 0 ? (
          <Text as="p" tone="subdued">
            {depth === 0 ? words.everybody : words.emptyGroup}
          </Text>
        ) : null}
        {group.rules.map((rule, index) => (
          <Inner key={rule.key} rule={rule} path={`${path}.rules.${index}`} depth={depth + 1} edits={edits} />
        ))}
        {error ? <InlineError message={error} fieldID={path} /> : null}
        <Adding group={group} edits={edits} />
      </BlockStack>
    </div>
  )
}

function Inner({ rule, path, depth, edits }: { rule: RuleDraft; path: string; depth: number; edits: TreeEdits }) {
  if (isGroupDraft(rule)) return <RuleGroup group={rule} path={path} depth={depth} edits={edits} />
  const { title } = kindOf(rule.kind)
  return (
    <RuleRow
      rule={rule}
      path={path}
      onChange={(edited) => edits.edit(rule.key, edited)}
      onMove={(way) => edits.move(rule.key, way, title)}
      onRemove={() => edits.remove(rule.key, title)}
    />
  )
}

function Adding({ group, edits }: { group: GroupDraft; edits: TreeEdits }) {
  const { terms } = useEditor()
  const name = words.kinds[group.kind]
  // A group within one that asks for all is most often a choice, and the other way round.
  const inner = group.kind === 'all' ? 'any' : 'all'
  return (
    <InlineStack gap="400" blockAlign="center">
      <AddRule
        label={words.addConditionTo(name)}
        onAdd={(kind) => edits.add(group.key, emptyCondition(kind, crypto.randomUUID(), terms.currency))}
      />
      <Button
        icon={PlusCircleIcon}
        variant="plain"
        accessibilityLabel={words.addGroupTo(name)}
        onClick={() => edits.add(group.key, { key: crypto.randomUUID(), kind: inner, rules: [] })}
      >
        {words.addGroup}
      </Button>
    </InlineStack>
  )
}
