/** The page that a URL asks for, and how many there are; what it does not understand is the first. */
export function pageOf(asked: string | null, count: number, size: number): { page: number; pages: number } {
  const pages = Math.max(1, Math.ceil(count / size))
  return { page: Math.min(pages, Math.max(1, Number.parseInt(asked ?? '', 10) || 1)), pages }
}
