import type { z } from 'zod'

const MOST_RULES = 200
const MOST_LEVELS = 40

/** Before the tree itself is parsed, and without recursion: what is nested a million deep must not end the process. */
export function withinLimits(root: unknown, context: z.RefinementCtx): void {
  const waiting: { rule: unknown; path: (string | number)[]; level: number }[] = [{ rule: root, path: [], level: 1 }]
  for (let seen = 0; waiting.length > 0; seen += 1) {
    const { rule, path, level } = waiting.pop()!
    if (seen > MOST_RULES) return context.addIssue({ code: 'custom', path: ['rules'], message: `Use at most ${MOST_RULES} conditions` })
    if (level > MOST_LEVELS) return context.addIssue({ code: 'custom', path, message: `Nest groups at most ${MOST_LEVELS} levels deep` })
    const inner = (rule as { rules?: unknown } | null)?.rules
    if (Array.isArray(inner))
      for (const [index, each] of inner.slice(0, MOST_RULES + 1).entries())
        waiting.push({ rule: each, path: [...path, 'rules', index], level: level + 1 })
  }
}
