import type { UiExtension } from './extensions.ts'
import type { Rules } from './page/given.ts'
import { DRAWN } from './page/paint/drawn.ts'
import { PUBLISHED } from './published/published.ts'

/** What a block may make and ask for at a target. */
export function rulesFor(extension: UiExtension, target: string): Rules {
  const published = PUBLISHED[target]
  if (!published) throw new Error(`@shopify/ui-extensions has no target ${target}`)
  const drawn: readonly string[] = DRAWN
  return {
    extension: extension.handle,
    target,
    networkAccess: extension.networkAccess,
    backend: null,
    elements: published.elements,
    undrawn: Object.keys(published.elements).filter((tag) => !drawn.includes(tag)),
    api: published.api,
    elsewhere: Object.values(PUBLISHED).flatMap(({ api }) => api),
  }
}
