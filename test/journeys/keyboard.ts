import type { Page } from 'playwright-core'

/** What the focused element is called, whether it is in the admin or in Encore's frame. */
export async function focused(page: Page): Promise<string> {
  for (const frame of [...page.frames()].reverse()) {
    const name = await frame
      .evaluate(() => {
        const element = document.activeElement
        if (!element || !document.hasFocus() || element === document.body || element.tagName === 'IFRAME') return ''
        const labels = 'labels' in element ? [...((element as HTMLInputElement).labels ?? [])] : []
        const text =
          element.getAttribute('aria-label') ??
          (labels.length > 0 ? labels.map((label) => label.textContent).join(' ') : element.textContent)
        return (text ?? '').trim()
      })
      .catch(() => '')
    if (name) return name
  }
  return ''
}

const FARTHEST = 200

/** Presses Tab until the focus is on what is called so; `back` goes the other way. */
export async function tabTo(page: Page, name: string | RegExp, { back = false } = {}): Promise<void> {
  const passed: string[] = []
  for (let presses = 0; presses < FARTHEST; presses += 1) {
    await page.keyboard.press(back ? 'Shift+Tab' : 'Tab')
    const here = await focused(page)
    if (typeof name === 'string' ? here === name : name.test(here)) return
    passed.push(here)
  }
  throw new Error(`Tab never came to ${name}; it passed ${[...new Set(passed)].join(' | ')}`)
}
