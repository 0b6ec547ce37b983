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
  const parts = furniture(wish)
  const chosen = new Map<string, Choice>()
  const limit = typeof wish.multiple === 'number' ? wish.multiple : wish.multiple ? Infinity : 1
  const tally = () => {
    parts.count.textContent = `${chosen.size} selected`
    parts.add.disabled = chosen.size === 0 && wish.selectionIds.length === 0
    for (const box of parts.list.querySelectorAll('input')) box.checked = chosen.has(box.value)
  }
  const toggle = (choice: Choice, wanted: boolean) => {
    if (!wanted) chosen.delete(choice.id)
    else {
      if (limit === 1) chosen.clear()
      if (chosen.size < limit) chosen.set(choice.id, choice)
    }
    tally()
  }
  let asked = 0
  const fill = async () => {
    const mine = ++asked
    const found = await ask(shop, { type: wish.type, q: parts.search.value, draft: String(wish.draft), archived: String(wish.archived) })
    if (mine !== asked) return
    parts.list.replaceChildren(...found.map((choice) => row(choice, limit === 1, toggle)))
    if (found.length === 0) parts.list.append(element('li', { className: 'quiet', textContent: 'Nothing found' }))
    tally()
  }
  parts.search.addEventListener('input', () => void fill())
  document.body.append(parts.dialog)
  parts.dialog.showModal()
  void keepChosen(shop, wish, chosen).then(fill)
  return answered(parts, () => [...chosen.values()].map(({ resource }) => resource))
}

type Furniture = ReturnType<typeof furniture>

function furniture({ type, action, query }: PickerWish) {
  const verb = action === 'select' ? 'Select' : 'Add'
  const search = element('input', {
    type: 'search',
    placeholder: `Search ${TITLES[type]}`,
    ariaLabel: `Search ${TITLES[type]}`,
    value: query,
  })
  const list = element('ul', { className: 'picker-list' })
  const count = element('span', { className: 'quiet' })
  const cancel = element('button', { type: 'button', textContent: 'Cancel' })
  const add = element('button', { type: 'button', className: 'primary', textContent: verb })
  const dialog = element(
    'dialog',
    { className: 'picker', ariaLabel: `${verb} ${TITLES[type]}` },
    element('h2', { textContent: `${verb} ${TITLES[type]}` }),
    search,
    list,
    element('div', { className: 'dialog-end' }, count, cancel, add),
  )
  return { search, list, count, cancel, add, dialog }
}

function row(choice: Choice, single: boolean, toggle: (choice: Choice, wanted: boolean) => void): HTMLElement {
  const box = element('input', { type: single ? 'radio' : 'checkbox', name: 'pick', value: choice.id })
  box.addEventListener('change', () => toggle(choice, box.checked))
  const picture = element('img', { src: choice.picture, alt: '', width: 40, height: 40 })
  return element(
    'li',
    {},
    element('label', {}, box, picture, element('span', { textContent: choice.title }), element('small', { textContent: choice.detail })),
  )
}

const answered = ({ dialog, cancel, add }: Furniture, selection: () => object[]): Promise<object[] | null> =>
  new Promise((resolve) => {
    const close = (answer: object[] | null) => {
      dialog.remove()
      resolve(answer)
    }
    cancel.addEventListener('click', () => close(null))
    dialog.addEventListener('cancel', () => close(null))
    add.addEventListener('click', () => close(selection()))
  })

const ask = async (shop: string, query: Record<string, string>): Promise<Choice[]> =>
  (await fetch(`/store/${shop}/picker?${new URLSearchParams(query)}`)).json()

/** What was picked before stays picked although the first page of the list may not show it. */
async function keepChosen(shop: string, { type, selectionIds }: PickerWish, chosen: Map<string, Choice>): Promise<void> {
  if (selectionIds.length === 0) return
  for (const choice of await ask(shop, { type, ids: selectionIds.map(({ id }) => id).join(',') })) chosen.set(choice.id, choice)
}
