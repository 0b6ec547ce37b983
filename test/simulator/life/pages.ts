/** What a page tells its host or its extension in a script tag of its own. */
export function startOf<Start>(page: string, id: string): Start {
  const found = new RegExp(`<script type="application/json" id="${id}">([\\s\\S]*?)</script>`).exec(page)?.[1]
  if (!found) throw new Error(`The page says nothing of its ${id}`)
  return JSON.parse(found) as Start
}

export const pathOf = (location: string): string => new URL(location, 'http://shop.invalid').pathname
