/**
 * Brings the first field that something is wrong with into sight, and the focus to it; false: none says so. Polaris names each message
 * after its field: `<field>Error`.
 */
export function focusFirstProblem(form: HTMLElement | null): boolean {
  const message = form?.querySelector('[id$="Error"]')
  message?.scrollIntoView({ block: 'center' })
  if (message) document.getElementById(message.id.slice(0, -'Error'.length))?.focus({ preventScroll: true })
  return Boolean(message)
}
