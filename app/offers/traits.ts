import type { Facts } from './facts.ts'
import type { Truth } from './truth.ts'

/**
 * Whether something bought has one of these traits: `type:phone`, `tag:new`, `metafield:custom.material=wool`.
 * Not known if a bought product is missing in our mirror, or if what the trait is read from (`of`) has not been read yet.
 */
export function traitCheck(traits: readonly string[], of?: string): (facts: Facts) => Truth {
  const wanted = new Set(traits)
  return (facts) =>
    facts.traits.some((trait) => wanted.has(trait)) ||
    (facts.unmirrored || (of !== undefined && facts.unread.includes(of)) ? 'unknown' : false)
}
