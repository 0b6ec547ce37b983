// How the commands speak: one line a step, with what it took; errors meant for people come without a stack.
const colours = Boolean(process.stdout.isTTY) && !process.env.NO_COLOR
const paint = (code, text) => (colours ? `\u001b[${code}m${text}\u001b[0m` : text)

export const say = (text) => console.log(`${paint(36, '›')} ${text}`)

/** Says what it does, does it, and says how long it took. */
export async function step(text, work) {
  say(`${text} …`)
  const began = Date.now()
  const result = await work()
  console.log(`${paint(32, '✓')} ${text} (${((Date.now() - began) / 1000).toFixed(1)} s)`)
  return result
}

export function complain(error) {
  const known = error && error.constructor === Error && !process.env.DEBUG
  console.error(`${paint(31, '✗')} ${known ? error.message : (error && error.stack) || error}`)
}
