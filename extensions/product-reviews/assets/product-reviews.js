// Loaded only when a shopper first asks for more; without it every link and the form lead to a page that says the same.
let latest = 0

const part = (address) => {
  const url = new URL(address, location.href)
  url.searchParams.set('part', 'items')
  return url
}

async function fetched(address) {
  const response = await fetch(part(address), { headers: { accept: 'text/html' } })
  if (!response.ok) throw new Error(`reviews: ${response.status}`)
  const holder = document.createElement('template')
  holder.innerHTML = await response.text()
  return holder.content
}

const say = (section, text) => {
  const status = section.querySelector('[data-encore-status]')
  if (status && text) status.textContent = text
}

export async function follow(link, section) {
  if (link.dataset.encore === 'photo') return show(link, section)
  return link.dataset.encore === 'more' ? more(link, section) : replace(link.href, section)
}

export function filter(form, section) {
  const url = new URL(form.action, location.href)
  url.search = new URLSearchParams(new FormData(form)).toString()
  return replace(url.href, section)
}

async function replace(address, section) {
  const turn = ++latest
  const list = section.querySelector('[data-encore-list]')
  list.setAttribute('aria-busy', 'true')
  const page = await fetched(address)
  // A newer wish overtook this one.
  if (turn !== latest) return
  const status = page.querySelector('[data-encore-said]')?.dataset.encoreSaid
  list.replaceChildren(page)
  list.removeAttribute('aria-busy')
  say(section, status)
}

async function more(link, section) {
  // A second click while the first is under way would bring the same reviews again.
  if (link.hasAttribute('aria-busy')) return
  const turn = latest
  const list = section.querySelector('[data-encore-list]')
  link.setAttribute('aria-busy', 'true')
  const page = await fetched(link.href)
  // The list is another one by now.
  if (turn !== latest) return
  const first = page.querySelector('.encore-review')
  const status = page.querySelector('[data-encore-said]')?.dataset.encoreSaid
  list.querySelector('.encore-list').append(...page.querySelectorAll('.encore-review'))
  const next = page.querySelector('.encore-more')
  const old = link.closest('.encore-more')
  if (next) old.replaceWith(next)
  else old.remove()
  first?.focus({ preventScroll: true })
  say(section, status)
}

function show(link, section) {
  const dialog = document.createElement('dialog')
  dialog.className = 'encore-photo'
  const image = document.createElement('img')
  image.src = link.href
  image.alt = link.querySelector('img')?.alt ?? ''
  const close = document.createElement('button')
  close.type = 'button'
  close.textContent = '✕'
  close.setAttribute('aria-label', section.dataset.close ?? '✕')
  dialog.append(image, close)
  dialog.addEventListener('click', () => dialog.close())
  dialog.addEventListener('close', () => {
    dialog.remove()
    link.focus()
  })
  section.append(dialog)
  dialog.showModal()
}
