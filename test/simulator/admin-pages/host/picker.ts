import type { PickerWish } from '../bridge/channel.ts'
import { element } from './page.ts'

interface Choice {
  id: string
  title: string
  detail: string
  picture: string
  resource: object
}

const TITLES = { product: 'products', variant: 'variants', collection: 'collections' }

/** The resource picker: search, tick, add. Null when the merchant cancels. */
export function pick(shop: string, wish: PickerWish): Promise<object[] | null> {
  const chosen = new Map<string, Choice>()
  const limit = typeof wish.multiple === 'number' ? wish.multiple : wish.multiple ? Infinity : 1
  const search = element('input', {
    type: 'search',
    placeholder: `Search ${TITLES[wish.type]}`,
    ariaLabel: `Search ${TITLES[wish.type]}`,
    value: wish.query,
  })
  const list = element('ul', { className: 'picker-list' })
  const count = element('span', { className: 'quiet' })
  const cancel = element('button', { type: 'button', textContent: 'Cancel' })
  const add = element('button', { type: 'button', className: 'primary', textContent: wish.action === 'select' ? 'Select' : 'Add' })
  const dialog = element(
    'dialog',
    { className: 'picker', ariaLabel: `Add ${TITLES[wish.type]}` },
    element('h2', { textContent: `${wish.action === 'select' ? 'Select' : 'Add'} ${TITLES[wish.type]}` }),
    search,
    list,
    element('div', { className: 'dialog-end' }, count, cancel, add),
  )
  const tally = () => {
    count.textContent = `${chosen.size} selected`
    add.disabled = chosen.size === 0 && wish.selectionIds.length === 0
  }
  const toggle = (choice: Choice, wanted: boolean) => {
    if (!wanted) chosen.delete(choice.id)
    else {
      if (limit === 1) chosen.clear()
      if (chosen.size < limit) chosen.set(choice.id, choice)
    }
    for (const box of list.querySelectorAll('input')) box.checked = chosen.has(box.value)
    tally()
  }
  const row = (choice: Choice): HTMLElement => {
    const box = element('input', {
      type: limit === 1 ? 'radio' : 'checkbox',
      name: 'pick',
      value: choice.id,
      checked: chosen.has(choice.id),
    })
    box.addEventListener('change', () => toggle(choice, box.checked))
    const label = element(
      'label',
      {},
      box,
      element('img', { src: choice.picture, alt: '', width: 40, height: 40 }),
      element('span', { textContent: choice.title }),
      element('small', { textContent: choice.detail }),
    )
    return element('li', {}, label)
  }
  let asked = 0
  const fill = async () => {
    const query = new URLSearchParams({ type: wish.type, q: search.value, draft: String(wish.draft), archived: String(wish.archived) })
    const mine = ++asked
    const found = (await (await fetch(`/store/${shop}/picker?${query}`)).json()) as Choice[]
    if (mine !== asked) return
    list.replaceChildren(...found.map(row))
    if (found.length === 0) list.append(element('li', { className: 'quiet', textContent: 'Nothing found' }))
    tally()
  }
  search.addEventListener('input', () => void fill())
  document.body.append(dialog)
  dialog.showModal()
  void keepChosen(shop, wish, chosen).then(fill)
  return new Promise((resolve) => {
    const close = (answer: object[] | null) => {
      dialog.remove()
      resolve(answer)
    }
    cancel.addEventListener('click', () => close(null))
    dialog.addEventListener('cancel', () => close(null))
    add.addEventListener('click', () => close([...chosen.values()].map(({ resource }) => resource)))
  })
}

/** What was picked before stays picked although the first page of the list may not show it. */
async function keepChosen(shop: string, { type, selectionIds }: PickerWish, chosen: Map<string, Choice>): Promise<void> {
  if (selectionIds.length === 0) return
  const query = new URLSearchParams({ type, ids: selectionIds.map(({ id }) => id).join(',') })
  for (const choice of (await (await fetch(`/store/${shop}/picker?${query}`)).json()) as Choice[]) chosen.set(choice.id, choice)
}
