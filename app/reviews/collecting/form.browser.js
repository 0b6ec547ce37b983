// What the form gains where scripts run. Nothing in it is needed.
const DRAFT = 'encore-review:'
// As long as a link works.
const KEPT_FOR = 45 * 24 * 60 * 60 * 1000
// A page of the form is believed for two days; one hour is for clocks that differ.
const PASS_FOR = 47 * 60 * 60 * 1000

/** Once for each page that the server has sent, whether the browser or this script asked for it. */
function begin() {
  for (const element of document.querySelectorAll('[data-when="script"]')) element.hidden = false
  for (const button of document.querySelectorAll('[data-copy]')) button.addEventListener('click', () => void copy(button))
  document.querySelector('.troubles')?.focus()
  const form = document.querySelector('form[data-draft]')
  if (!form) return
  const slot = DRAFT + form.dataset.draft
  form.addEventListener('input', () => keep(form, slot))
  form.addEventListener('change', (event) => changed(form, slot, event.target))
  form.addEventListener('submit', (event) => void submit(event, form, slot))
  // What the server sent back is newer than what was kept.
  if (!document.querySelector('.troubles')) void restore(form, slot)
}

function changed(form, slot, field) {
  if (field.type === 'file') {
    preview(field)
    void keepFiles(form, slot)
  }
  if (field.name.startsWith('rating.')) field.closest('.good').querySelector('details').open = true
}

/** Sent without leaving the page: the browser's own page about a lost connection would take her photos with it. */
async function submit(event, form, slot) {
  event.preventDefault()
  const button = form.querySelector('button:not([type="button"])')
  // A second click while the first is under way would only send the same again.
  if (button.getAttribute('aria-disabled') === 'true') return
  button.setAttribute('aria-disabled', 'true')
  button.textContent = button.dataset.sending
  const unsent = form.querySelector('[data-unsent]')
  unsent.textContent = ''
  await keepFiles(form, slot)
  const answer = await send(form)
  if (answer?.main) return show(answer, form, slot)
  button.removeAttribute('aria-disabled')
  keep(form, slot, true)
  tellUnsent(form, answer?.status === 413 ? unsent.dataset.tooLarge : unsent.dataset.unsent)
}

/** The page that answers; without `main` it is not one of ours but of something in between; undefined: nothing came back. */
async function send(form) {
  const cut = new AbortController()
  // A browser that knows that it is cut off would still wait for minutes.
  const giveUp = () => cut.abort()
  addEventListener('offline', giveUp)
  try {
    const response = await fetch(form.action, {
      method: 'POST',
      body: new FormData(form),
      headers: { accept: 'text/html' },
      signal: cut.signal,
    })
    const page = new DOMParser().parseFromString(await response.text(), 'text/html')
    return { status: response.status, title: page.title, main: page.querySelector('main[data-review]') }
  } catch {
    return undefined
  } finally {
    removeEventListener('offline', giveUp)
  }
}

/** Photos that nothing is wrong with need not be chosen again. */
function show({ status, title, main }, form, slot) {
  const sent = main.querySelector('[data-sent]')
  const files = status === 413 ? {} : filesIn(form)
  document.querySelector('main').replaceWith(document.importNode(main, true))
  document.title = title
  scrollTo(0, 0)
  begin()
  const next = document.querySelector('form[data-draft]')
  if (next) putFiles(next, files)
  if (document.querySelector('.troubles')) return
  const heading = document.querySelector('h1')
  heading.tabIndex = -1
  heading.focus()
  if (sent) forget(slot)
}

function tellUnsent(form, text) {
  const button = form.querySelector('button:not([type="button"])')
  const unsent = form.querySelector('[data-unsent]')
  button.textContent = button.dataset.again
  unsent.textContent = text
  unsent.scrollIntoView({ block: 'center' })
}

const typed = (form) =>
  [...form.elements].filter((field) => field.name && !['hidden', 'file', 'submit'].includes(field.type) && field.name !== 'website')

function keep(form, slot, failed = false) {
  const values = typed(form).map((field) => [field.name, field.value, 'checked' in field ? field.checked : null])
  const before = store(() => JSON.parse(localStorage.getItem(slot) ?? 'null'))
  // Whoever is known by nothing but this page is the same shopper only with the page's own pass.
  const pass = { pass: form.elements.pass.value, passSince: before?.pass === form.elements.pass.value ? before.passSince : Date.now() }
  const draft = {
    values,
    at: Date.now(),
    failed: failed || (before?.failed ?? false),
    versions: versionsIn(form),
    star: starOfLink(),
    ...pass,
  }
  store(() => localStorage.setItem(slot, JSON.stringify(draft)))
}

/** The star that the link in her mail stands for. */
const starOfLink = () => `${new URLSearchParams(location.search).get('product')} ${new URLSearchParams(location.search).get('rating')}`

/** Which version of each review the page shows: what was typed upon another one is older than it. */
const versionsIn = (form) =>
  Object.fromEntries([...form.querySelectorAll('.good')].map((good) => [good.dataset.product, good.dataset.version]))

/** A connection that broke, a page that was closed: what she typed and chose is there again, unless she has sent something since, from wherever. */
async function restore(form, slot) {
  const draft = store(() => JSON.parse(localStorage.getItem(slot) ?? 'null'))
  const isOver = (field) => {
    const good = field.closest('.good')?.dataset
    return good && draft.versions && draft.versions[good.product] !== good.version
  }
  // The star that she has just chosen in a mail is newer than the draft, unless that was begun behind the same one.
  const [product, star] = draft?.star === starOfLink() ? [] : starOfLink().split(' ')
  const chosen = form.querySelector(`[name="rating.${CSS.escape(product ?? '')}"][value="${CSS.escape(star ?? '')}"]:checked`)?.name
  for (const [name, value, checked] of draft?.values ?? []) {
    for (const field of typed(form).filter((field) => field.name === name && name !== chosen && !isOver(field))) {
      if (field.type === 'radio' || field.type === 'checkbox') {
        if (field.value === value && checked) field.checked = true
      } else field.value = value
    }
  }
  if (draft?.pass && Date.now() - draft.passSince < PASS_FOR) form.elements.pass.value = draft.pass
  for (const good of form.querySelectorAll('.good'))
    if (good.querySelector('.stars input:checked')) good.querySelector('details').open = true
  if (!draft) return
  const files = Object.entries((await photos('readonly', (kept) => kept.get(slot)))?.files ?? {})
  putFiles(form, Object.fromEntries(files.filter(([name]) => form.elements[name] && !isOver(form.elements[name]))))
  const unsent = [...form.querySelectorAll('.stars input:checked')].some((star) => !isOver(star))
  if (draft.failed && unsent) tellUnsent(form, form.querySelector('[data-unsent]').dataset.unsent)
}

const fileInputs = (form) => [...form.querySelectorAll('input[type="file"]')]
const filesIn = (form) => Object.fromEntries(fileInputs(form).map(({ name, files }) => [name, [...files]]))

/** Into inputs in which she has chosen nothing yet, and with which nothing is wrong. */
function putFiles(form, files) {
  for (const input of fileInputs(form)) {
    const kept = files[input.name] ?? []
    if (kept.length === 0 || input.files.length > 0 || input.getAttribute('aria-invalid') === 'true') continue
    const chosen = new DataTransfer()
    for (const file of kept) chosen.items.add(file)
    input.files = chosen.files
    input.closest('details').open = true
    preview(input)
  }
}

async function keepFiles(form, slot) {
  keep(form, slot)
  const files = filesIn(form)
  await photos('readwrite', (kept) => kept.put({ files, at: Date.now() }, slot))
}

/** Text fits into localStorage, files do not. Without either, a draft lives as long as its page. */
function photos(mode, use) {
  return new Promise((resolve) => {
    const nothing = () => resolve(undefined)
    const opening = store(() => indexedDB.open('encore-reviews', 1))
    if (!opening) return nothing()
    opening.addEventListener('upgradeneeded', () => opening.result.createObjectStore('photos'))
    opening.addEventListener('error', nothing)
    opening.addEventListener('success', () => {
      const asked = store(() => use(opening.result.transaction('photos', mode).objectStore('photos')))
      if (!asked) return nothing()
      asked.transaction.addEventListener('complete', () => resolve(asked.result))
      for (const end of ['abort', 'error']) asked.transaction.addEventListener(end, nothing)
    })
  })
}

function forget(slot) {
  store(() => localStorage.removeItem(slot))
  void photos('readwrite', (kept) => kept.delete(slot))
}

function forgetOld() {
  const isOld = (slot) => Date.now() - (store(() => JSON.parse(localStorage.getItem(slot)).at) ?? 0) > KEPT_FOR
  const slots = store(() => Object.keys(localStorage).filter((name) => name.startsWith(DRAFT))) ?? []
  for (const slot of slots.filter(isOld)) forget(slot)
}

function preview(input) {
  const shelf = input.parentElement.querySelector('.previews')
  for (const picture of shelf.querySelectorAll('img')) URL.revokeObjectURL(picture.src)
  const pictures = [...input.files].filter((file) => file.type.startsWith('image/'))
  shelf.replaceChildren(
    ...pictures.map((file) => {
      const picture = document.createElement('img')
      picture.src = URL.createObjectURL(file)
      picture.alt = file.name
      return picture
    }),
  )
}

/** Private windows may deny it. */
function store(use) {
  try {
    return use()
  } catch {
    return undefined
  }
}

async function copy(button) {
  try {
    await navigator.clipboard.writeText(button.dataset.copy)
  } catch {
    getSelection().selectAllChildren(button.previousElementSibling)
    return
  }
  button.textContent = button.dataset.copied
  button.closest('.reward').querySelector('[aria-live]').textContent = button.dataset.copied
}

forgetOld()
begin()
