import { useState } from 'react'

/**
 * A key for what a button makes, so that it is made once however often it is pressed or its answer is lost. It stays the same until `done`,
 * what came of it or the page that it stands on, is another one.
 */
export function useKey(done: unknown): string {
  const [made, make] = useState(() => ({ done, key: crypto.randomUUID() }))
  if (done === null || done === undefined || done === made.done) return made.key
  const fresh = { done, key: crypto.randomUUID() }
  make(fresh)
  return fresh.key
}
