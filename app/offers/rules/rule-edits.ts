import { isGroupDraft, type GroupDraft, type RuleDraft } from './rule-draft.ts'

/** Changes to a tree of rules while it is written; rules are named by their keys. What names nothing changes nothing. */

export const replaced = (group: GroupDraft, key: string, edit: (rule: RuleDraft) => RuleDraft): GroupDraft => ({
  ...group,
  rules: group.rules.map((rule) => (rule.key === key ? edit(rule) : isGroupDraft(rule) ? replaced(rule, key, edit) : rule)),
})

export const withKind = (root: GroupDraft, key: string, kind: GroupDraft['kind']): GroupDraft =>
  root.key === key ? { ...root, kind } : replaced(root, key, (rule) => (isGroupDraft(rule) ? { ...rule, kind } : rule))

export const added = (root: GroupDraft, groupKey: string, rule: RuleDraft, at = Infinity): GroupDraft => {
  const put = (group: GroupDraft): GroupDraft => ({ ...group, rules: group.rules.toSpliced(at, 0, rule) })
  return root.key === groupKey ? put(root) : replaced(root, groupKey, (group) => (isGroupDraft(group) ? put(group) : group))
}

export const removed = (group: GroupDraft, key: string): GroupDraft => ({
  ...group,
  rules: group.rules.filter((rule) => rule.key !== key).map((rule) => (isGroupDraft(rule) ? removed(rule, key) : rule)),
})

interface Place {
  parent: GroupDraft
  index: number
  above: { group: GroupDraft; index: number } | null // the parent's own place
}

export function placeOf(group: GroupDraft, key: string, above: Place['above'] = null): Place | null {
  const index = group.rules.findIndex((rule) => rule.key === key)
  if (index >= 0) return { parent: group, index, above }
  for (const [at, rule] of group.rules.entries()) {
    const found = isGroupDraft(rule) ? placeOf(rule, key, { group, index: at }) : null
    if (found) return found
  }
  return null
}

export type Way = 'up' | 'down'

/**
 * One place up or down as the eye reads the tree: past a neighbour, into a group that comes next, or out of the group at its edge.
 * `into` is the group it is in then. Null at the very first and the very last place.
 */
export function moved(root: GroupDraft, key: string, way: Way): { root: GroupDraft; into: GroupDraft } | null {
  const place = placeOf(root, key)
  const rule = place?.parent.rules[place.index]
  if (!place || !rule) return null
  const { parent, index, above } = place
  const neighbour = parent.rules[way === 'up' ? index - 1 : index + 1]
  const without = removed(root, key)
  if (neighbour && isGroupDraft(neighbour))
    return { root: added(without, neighbour.key, rule, way === 'up' ? Infinity : 0), into: neighbour }
  if (neighbour) return { root: added(without, parent.key, rule, way === 'up' ? index - 1 : index + 1), into: parent }
  if (!above) return null
  return { root: added(without, above.group.key, rule, way === 'up' ? above.index : above.index + 1), into: above.group }
}
