import { afterAll, beforeAll } from 'vitest'
import type { Browser } from 'playwright-core'
import { openBrowser, visit, type Visitor } from './browser.ts'
import { startStack, type Stack } from './stack.ts'

export interface Scene {
  readonly stack: Stack
  readonly browser: Browser
  /** A person with a browser of her own, gone at the end of the file. */
  person(wishes?: Parameters<typeof visit>[1]): Promise<Visitor>
}

/** One stack and one browser for a journey file. */
export function scene(name: string): Scene {
  const made: { stack?: Stack; browser?: Browser } = {}
  beforeAll(async () => {
    ;[made.stack, made.browser] = await Promise.all([startStack({ name }), openBrowser()])
  })
  afterAll(async () => {
    await made.browser?.close()
    await made.stack?.stop()
  })
  const there = <Thing>(thing: Thing | undefined): Thing => {
    if (!thing) throw new Error('The scene is set in beforeAll: use it within a test')
    return thing
  }
  return {
    get stack() {
      return there(made.stack)
    },
    get browser() {
      return there(made.browser)
    },
    person: (wishes) => visit(there(made.browser), wishes),
  }
}
