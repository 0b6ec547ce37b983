import fc from 'fast-check'
import { expect, test } from 'vitest'
import { isGroupDraft, type GroupDraft, type RuleDraft } from '#app/offers/rules/rule-draft.ts'
import { added, moved, placeOf, removed, withKind } from '#app/offers/rules/rule-edits.ts'

const group = (key: string, ...rules: (RuleDraft | string)[]): GroupDraft => ({
  key,
  kind: 'all',
  rules: rules.map((rule) => (typeof rule === 'string' ? { key: rule, kind: 'product', values: {} } : rule)),
})
const written = (rule: RuleDraft): string => (isGroupDraft(rule) ? `${rule.key}(${rule.rules.map(written).join(' ')})` : rule.key)
const TREE = group('root', 'a', group('g', 'b', group('h', 'c')), 'd', 'e')

test.each([
  ['past a neighbour', 'e', 'up', 'root(a g(b h(c)) e d)'],
  ['into the group above, at its end', 'd', 'up', 'root(a g(b h(c) d) e)'],
  ['into the group below, at its start', 'a', 'down', 'root(g(a b h(c)) d e)'],
  ['out of its group at the top', 'b', 'up', 'root(a b g(h(c)) d e)'],
  ['out of its group at the end', 'c', 'down', 'root(a g(b h() c) d e)'],
  ['a group with all that is in it', 'h', 'up', 'root(a g(h(c) b) d e)'],
  ['a group out of its group', 'h', 'down', 'root(a g(b) h(c) d e)'],
] as const)('a rule moves %s', (_, key, way, after) => expect(written(moved(TREE, key, way)?.root ?? TREE)).toBe(after))

test('the first cannot go up, the last not down, and what is not there not at all', () => {
  expect([moved(TREE, 'a', 'up'), moved(group('root', 'a'), 'a', 'down'), moved(TREE, 'gone', 'up')]).toEqual([null, null, null])
})

test('a rule is added to its group, removed wherever it is, and a group counts as chosen', () => {
  expect(written(added(TREE, 'h', { key: 'new', kind: 'product', values: {} }))).toBe('root(a g(b h(c new)) d e)')
  expect(written(removed(TREE, 'h'))).toBe('root(a g(b) d e)')
  expect(placeOf(withKind(TREE, 'h', 'none'), 'h')?.parent.rules[1]?.kind).toBe('none')
})

test('down and up again leads back, and no move loses a rule', () => {
  const tree = fc.letrec<{ group: GroupDraft; rule: RuleDraft }>((tie) => ({
    group: fc.record({
      key: fc.uuid(),
      kind: fc.constant('all' as const),
      rules: fc.array(tie('rule'), { maxLength: 3 }),
    }),
    rule: fc.oneof(
      { maxDepth: 4 },
      fc.record({ key: fc.uuid(), kind: fc.constant('product' as const), values: fc.constant({}) }),
      tie('group'),
    ),
  }))
  const keys = (rule: RuleDraft): string[] => [rule.key, ...(isGroupDraft(rule) ? rule.rules.flatMap(keys) : [])]
  fc.assert(
    fc.property(tree.group, fc.nat(), (root, one) => {
      const all = keys(root).slice(1)
      const key = all[one % all.length]
      fc.pre(key !== undefined)
      const down = moved(root, key ?? '', 'down')
      if (!down) return
      expect(keys(down.root).toSorted()).toEqual(keys(root).toSorted())
      expect(written(moved(down.root, key ?? '', 'up')?.root ?? down.root)).toBe(written(root))
    }),
  )
})
