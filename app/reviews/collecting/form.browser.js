// What the form gains where scripts run. Nothing in it is needed.
;(() => {
  for (const element of document.querySelectorAll('[data-when="script"]')) element.hidden = false
  const form = document.querySelector('form[data-draft]')
  const key = 'encore-review:'
  if (document.querySelector('[data-sent]')) forget()
  for (const button of document.querySelectorAll('[data-copy]')) button.addEventListener('click', () => void copy(button))
  document.querySelector('.troubles')?.focus()
  if (!form) return

  const slot = key + form.dataset.draft
  const typed = () =>
    [...form.elements].filter((field) => field.name && !['hidden', 'file', 'submit'].includes(field.type) && field.name !== 'website')
  restore()
  form.addEventListener('input', keep)
  form.addEventListener('change', (event) => {
    if (event.target.type === 'file') preview(event.target)
    if (event.target.name.startsWith('rating.')) event.target.closest('.good').querySelector('details').open = true
  })
  form.addEventListener('submit', (event) => {
    if (!navigator.onLine) return waitForConnection(event)
    const button = form.querySelector('button:not([type="button"])')
    // A second click while the first is under way would only send the same again.
    if (button.getAttribute('aria-disabled') === 'true') return event.preventDefault()
    button.setAttribute('aria-disabled', 'true')
    button.textContent = button.dataset.sending
  })
  addEventListener('pageshow', () => form.querySelector('button[aria-disabled]')?.removeAttribute('aria-disabled'))

  function keep() {
    const values = typed().map((field) => [field.name, field.value, 'checked' in field ? field.checked : null])
    store(() => localStorage.setItem(slot, JSON.stringify(values)))
  }

  /** A connection that broke, a page that was closed: what she typed is there again. What the server sent back is newer. */
  function restore() {
    if (form.closest('main').querySelector('.troubles')) return
    const values = store(() => JSON.parse(localStorage.getItem(slot) ?? 'null')) ?? []
    for (const [name, value, checked] of values) {
      const found = typed().filter((field) => field.name === name)
      for (const field of found) {
        if (field.type === 'radio' || field.type === 'checkbox') {
          if (field.value === value && checked) field.checked = true
        } else field.value = value
      }
    }
    for (const good of form.querySelectorAll('.good'))
      if (good.querySelector('.stars input:checked')) good.querySelector('details').open = true
  }

  /** The browser's own page about a lost connection would take her photos with it. */
  function waitForConnection(event) {
    event.preventDefault()
    const kept = form.querySelector('[data-when="script"]')
    kept.className = 'fault'
    kept.setAttribute('role', 'alert')
    kept.scrollIntoView({ block: 'center' })
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

  function forget() {
    store(() =>
      Object.keys(localStorage)
        .filter((name) => name.startsWith(key))
        .forEach((name) => localStorage.removeItem(name)),
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
})()
