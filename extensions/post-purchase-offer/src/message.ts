import { Banner, BlockStack, Button, Layout } from '@shopify/post-purchase-ui-extensions'
import { draw } from './ui.ts'
import { finish, pressable, show, type Visit } from './visit.ts'

export interface Choice {
  label: string
  act: () => void | Promise<void>
}

/** Tells the shopper what happened and what she can do next; going on to her order is always one of it. */
export function showMessage(visit: Visit, text: string, ...choices: Choice[]): void {
  const { root, words } = visit
  const press = pressable(visit)
  const buttons = [...choices, { label: words.continue, act: () => finish(visit) }].map(({ label, act }) => {
    const button = draw(root, Button, {}, label)
    const onPress = press(() => {
      button.updateProps({ loading: true, loadingLabel: label })
      return act()
    })
    button.updateProps({ onPress })
    return button
  })
  const content = draw(root, BlockStack, { spacing: 'loose' }, draw(root, Banner, { status: 'warning', title: text }), ...buttons)
  show(visit, draw(root, Layout, { maxInlineSize: 560 }, content))
}
