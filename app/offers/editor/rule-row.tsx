import { BlockStack, Box, Button, InlineStack, Text } from '@shopify/polaris'
import { ArrowDownIcon, ArrowUpIcon, DeleteIcon } from '@shopify/polaris-icons'
import type { Way } from '../rules/rule-edits.ts'
import type { ConditionDraft } from '../rules/rule-draft.ts'
import { kindOf } from '../rules/kinds.ts'
import { RuleFields } from './rule-fields.tsx'
import { RULE_WORDS as words } from './rule-words.ts'

interface RuleRowProps {
  rule: ConditionDraft
  path: string
  onChange: (rule: ConditionDraft) => void
  onMove: (way: Way) => void
  onRemove: () => void
}

export function RuleRow({ rule, path, onChange, onMove, onRemove }: RuleRowProps) {
  const { title } = kindOf(rule.kind)
  return (
    <Box padding="300" borderWidth="025" borderColor="border" borderRadius="200" background="bg-surface">
      <BlockStack gap="200">
        <InlineStack align="space-between" blockAlign="center" wrap={false}>
          <Text as="h3" variant="headingSm">
            {title}
          </Text>
          <RuleTools ruleKey={rule.key} what={title} onMove={onMove} onRemove={onRemove} />
        </InlineStack>
        <RuleFields rule={rule} path={path} onChange={onChange} />
      </BlockStack>
    </Box>
  )
}

interface RuleToolsProps extends Pick<RuleRowProps, 'onMove' | 'onRemove'> {
  ruleKey: string
  what: string
}

/** Up and down lead through the whole tree, into groups and out of them. */
export const RuleTools = ({ ruleKey, what, onMove, onRemove }: RuleToolsProps) => (
  <div className="tools-of-rule">
    <Button
      id={moveId(ruleKey, 'up')}
      icon={ArrowUpIcon}
      variant="tertiary"
      onClick={() => onMove('up')}
      accessibilityLabel={words.moveUp(what)}
    />
    <Button
      id={moveId(ruleKey, 'down')}
      icon={ArrowDownIcon}
      variant="tertiary"
      onClick={() => onMove('down')}
      accessibilityLabel={words.moveDown(what)}
    />
    <Button icon={DeleteIcon} variant="tertiary" onClick={onRemove} accessibilityLabel={words.remove(what)} />
  </div>
)

export const moveId = (key: string, way: Way): string => `move-${way}-${key}`
