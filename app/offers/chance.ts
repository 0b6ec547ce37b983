const SPREAD = 2 ** 32

/** FNV-1a with a last mix: evenly spread, the same on every machine, and not a secret. */
export function hashOf(text: string): number {
  let hash = 0x811c9dc5
  for (let at = 0; at < text.length; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193)
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b)
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35)
  return (hash ^ (hash >>> 16)) >>> 0
}

/** Where a shopper falls in one rule's draw, from 0 up to but not 1. */
export const shareOf = (salt: string, dice: number): number => hashOf(`${salt}:${dice}`) / SPREAD
