import { box, make, put } from './dom.ts'
import type { Painter } from './paint.ts'

type Role = string | { type: string; for?: string; machineReadable?: string; direction?: string } | undefined

const TAGS: Record<string, keyof HTMLElementTagNameMap> = {
  address: 'address',
  deletion: 'del',
  abbreviation: 'abbr',
  'directional-override': 'bdo',
  datetime: 'time',
}

const text: Painter = (first) => {
  const roleOf = (role: Role) => (typeof role === 'object' ? role.type : role)
  const element = make(TAGS[roleOf(first['role'] as Role) ?? ''] ?? 'span', 'text')
  return {
    element,
    slot: element,
    update(props) {
      const role = props['role'] as Role
      for (const name of ['size', 'emphasized', 'subdued', 'appearance']) put(element, `data-${name}`, props[name])
      if (props['id']) element.id = String(props['id'])
      if (typeof role !== 'object') return
      put(element, 'title', role.for)
      put(element, 'datetime', role.machineReadable)
      put(element, 'dir', role.direction)
    },
  }
}

const heading: Painter = (first) => {
  const element = make(`h${first['level'] === 1 || first['level'] === 3 ? first['level'] : 2}`, 'heading')
  return {
    element,
    slot: element,
    update(props) {
      put(element, 'role', props['role'])
      if (props['id']) element.id = String(props['id'])
    },
  }
}

const spinner: Painter = () => {
  const element = make('span', 'spinner')
  element.setAttribute('role', 'status')
  const slot = make('span', 'visually-hidden', element)
  return { element, slot, update: (props) => put(element, 'data-size', props['size']) }
}

const image: Painter = () => {
  const element = make('div', 'image')
  const picture = make('img', '', element)
  const slot = make('span')
  return {
    element,
    slot,
    update(props) {
      const sources = (props['sources'] as { source: string }[] | undefined) ?? []
      const source = String(props['source'] ?? sources[0]?.source ?? '')
      if (picture.getAttribute('src') !== source) picture.src = source
      picture.alt = props['decorative'] ? '' : String(props['description'] ?? '')
      put(picture, 'loading', props['loading'])
      put(element, 'data-bordered', props['bordered'])
      put(element, 'data-fit', props['fit'])
      element.style.aspectRatio = props['aspectRatio'] ? String(props['aspectRatio']) : ''
    },
  }
}

const hidden: Painter = () => {
  const element = make('div')
  element.setAttribute('aria-hidden', 'true')
  return { element, slot: element, update() {} }
}

export const TEXTS = {
  Heading: heading,
  HeadingGroup: box('div', 'heading-group'),
  HiddenForAccessibility: hidden,
  Image: image,
  Spinner: spinner,
  Text: text,
  TextBlock: box('p', 'text text-block', 'size', 'emphasized', 'subdued', 'appearance'),
  TextContainer: box('div', 'text-container', 'alignment', 'spacing'),
  VisuallyHidden: box('span', 'visually-hidden'),
}
