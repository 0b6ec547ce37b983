import { BlockStack, Box, Button, InlineStack, Text } from '@shopify/polaris'
import { ArrowDownIcon, ArrowUpIcon, DeleteIcon } from '@shopify/polaris-icons'
import { memo } from 'react'
import type { Problems } from '../check.ts'
import type { Way } from '../rules/rule-edits.ts'
import type { ConditionDraft, RuleDraft } from '../rules/rule-draft.ts'
import type { Group } from '../rules/rules.ts'
import { kindOf } from '../rules/kinds.ts'
import { RuleFields } from './rule-fields.tsx'
import { RULE_WORDS as words } from './rule-words.ts'

/** What the tree's rows may do to it. */
export interface TreeEdits {
  edit: (key: string, rule: RuleDraft) => void
  setKind: (key: string, kind: Group['kind']) => void
  add: (groupKey: string, rule: RuleDraft) => void
  move: (key: string, way: Way, what: string) => void
  remove: (key: string, what: string) => void
}
interface RuleRowProps {
  rule: ConditionDraft
  path: string
  problems: Problems
  edits: TreeEdits
}

/** Of two hundred conditions each letter typed draws only its own anew. */
export const RuleRow = memo(({ rule, path, problems, edits }: RuleRowProps) => {
  const { title } = kindOf(rule.kind)
  return (
    <Box padding="300" borderWidth="025" borderColor="border" borderRadius="200" background="bg-surface">
      <BlockStack gap="200">
        <InlineStack align="space-between" blockAlign="center" wrap={false}>
          <Text as="h3" variant="headingSm">
            {title}
          </Text>
          <RuleTools ruleKey={rule.key} what={title} edits={edits} />
        </InlineStack>
        <RuleFields rule={rule} path={path} problems={problems} onChange={(edited) => edits.edit(rule.key, edited)} />
      </BlockStack>
    </Box>
  )
})

interface RuleToolsProps {
  ruleKey: string
  what: string
  edits: TreeEdits
}

/** Up and down lead through the whole tree, into groups and out of them. */
export const RuleTools = ({ ruleKey, what, edits }: RuleToolsProps) => (
  <div className="tools-of-rule">
    <Button
      id={moveId(ruleKey, 'up')}
      icon={ArrowUpIcon}
      variant="tertiary"
      onClick={() => edits.move(ruleKey, 'up', what)}
      accessibilityLabel={words.moveUp(what)}
    />
    <Button
      id={moveId(ruleKey, 'down')}
      icon={ArrowDownIcon}
      variant="tertiary"
      onClick={() => edits.move(ruleKey, 'down', what)}
      accessibilityLabel={words.moveDown(what)}
    />
    <Button icon={DeleteIcon} variant="tertiary" onClick={() => edits.remove(ruleKey, what)} accessibilityLabel={words.remove(what)} />
  </div>
)

export const moveId = (key: string, way: Way): string => `move-${way}-${key}`
