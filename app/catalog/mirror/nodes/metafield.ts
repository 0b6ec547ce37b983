export interface MetafieldNode {
  type: string
  value: string
}

const LONGEST = 255 // What a condition can name; a longer text equals none of them.

/** What a condition can be held against: each entry of a list, or the value as it is written. */
export function valuesOf({ type, value }: MetafieldNode): string[] {
  const entries = type.startsWith('list.') ? entriesOf(value) : [value]
  return [...new Set(entries.map((entry) => entry.trim().slice(0, LONGEST)).filter((entry) => entry !== ''))]
}

function entriesOf(value: string): string[] {
  try {
    const list: unknown = JSON.parse(value)
    return Array.isArray(list) ? list.map((entry) => (typeof entry === 'string' ? entry : JSON.stringify(entry))) : [value]
  } catch {
    return [value]
  }
}
