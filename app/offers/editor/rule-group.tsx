import { BlockStack, Button, InlineError, InlineStack, Select, Text } from '@shopify/polaris'
import { PlusCircleIcon } from '@shopify/polaris-icons'
import { AddRule } from './add-rule.tsx'
import { useEditor, useStill } from './editor-state.tsx'
import { RuleRow, RuleTools, type TreeEdits } from './rule-row.tsx'
import { RULE_WORDS as words } from './rule-words.ts'
import { emptyCondition, isGroupDraft, type GroupDraft } from '../rules/rule-draft.ts'
import { GROUPS, type Group } from '../rules/rules.ts'

interface RuleGroupProps {
  group: GroupDraft
  path: string
  depth: number
  edits: TreeEdits
}

const KINDS = GROUPS.map((value) => ({ value, label: words.kinds[value] }))

/** A group with all that is in it: any number of conditions and of groups again. */
export function RuleGroup({ group, path, depth, edits }: RuleGroupProps) {
  const { problem, problemsIn } = useEditor()
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
          {depth === 0 ? null : <RuleTools ruleKey={group.key} what={words.group} edits={edits} />}
        </InlineStack>
        {group.rules.length === 0 ? (
          <Text as="p" tone="subdued">
            {depth === 0 ? words.everybody : words.emptyGroup}
          </Text>
        ) : null}
        {group.rules.map((rule, index) => {
          const place = `${path}.rules.${index}`
          return isGroupDraft(rule) ? (
            <RuleGroup key={rule.key} group={rule} path={place} depth={depth + 1} edits={edits} />
          ) : (
            <RuleRow key={rule.key} rule={rule} path={place} problems={problemsIn(place)} edits={edits} />
          )
        })}
        {error ? <InlineError message={error} fieldID={path} /> : null}
        <Adding group={group} edits={edits} />
      </BlockStack>
    </div>
  )
}

function Adding({ group, edits }: { group: GroupDraft; edits: TreeEdits }) {
  const { terms } = useStill()
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
