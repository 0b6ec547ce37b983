import type { Answer, Visit } from '../routes.ts'
import { respond, seeOther } from '../storefront/html.ts'
import type { Html } from '../storefront/html.ts'
import { adminPage } from './shell.ts'
import type { Frame, Section } from './shell.ts'

export const missing = (what: string) => new Response(`There is no ${what}\n`, { status: 404 })

export async function frameOf({ simulator, params }: Visit, section: Section, title: string): Promise<Frame | null> {
  const shops = await simulator.store.shops()
  const shop = shops.find(({ handle }) => handle === params['shop'])
  return shop ? { shop, shops, section, title, port: simulator.port } : null
}

export const idOf = ({ params }: Visit): number => Number(params['id']) || 0

/** Null content is a thing that does not exist; a title of its own replaces the section's. */
export type Content = (
  visit: Visit,
  frame: Frame,
) => Html | null | { title: string; content: Html } | Promise<Html | null | { title: string; content: Html }>

export const page =
  (section: Section, title: string, content: Content): Answer =>
  async (visit) => {
    const frame = await frameOf(visit, section, title)
    const shown = frame && (await content(visit, frame))
    if (!frame || !shown) return missing(`such ${title.toLowerCase()}`)
    return respond('content' in shown ? adminPage({ ...frame, title: shown.title }, shown.content) : adminPage(frame, shown))
  }

/** Does what a form asks for and answers with the page to show next. */
export type Act = (visit: Visit, frame: Frame, form: FormData) => Promise<string>

export const deed =
  (act: Act): Answer =>
  async (visit) => {
    const frame = await frameOf(visit, 'home', '')
    if (!frame) return missing('such shop')
    return seeOther(`/store/${frame.shop.handle}/${await act(visit, frame, await visit.request.formData())}`)
  }
