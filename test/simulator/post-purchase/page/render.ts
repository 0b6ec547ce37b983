import { KIND_COMPONENT } from '@remote-ui/core'
import type { RemoteReceiver, RemoteReceiverAttachable, RemoteReceiverAttachableChild } from '@remote-ui/core'
import { paint } from './paint.ts'
import type { Painted, Props } from './paint.ts'

interface Drawn {
  element: Node
  slot: HTMLElement | null
  update(node: RemoteReceiverAttachableChild): void
  forget(): void
}

/** Keeps the container showing what the extension's tree says. */
export function show(receiver: RemoteReceiver, container: HTMLElement): void {
  const drawn = new Map<string, Drawn>()

  const draw = (node: RemoteReceiverAttachableChild): Drawn => {
    const known = drawn.get(node.id)
    if (known) return known
    const fresh = node.kind === KIND_COMPONENT ? component(node.type as string, (node.props ?? {}) as Props) : text()
    const unsubscribe = receiver.attached.subscribe(node, (changed) => refresh(changed as RemoteReceiverAttachableChild))
    const kept: Drawn = { ...fresh, forget: unsubscribe }
    drawn.set(node.id, kept)
    fill(kept, node)
    return kept
  }

  const fill = (at: Drawn, node: RemoteReceiverAttachableChild): void => {
    at.update(node)
    if ('children' in node && at.slot) place(at.slot, node.children)
  }

  const refresh = (node: RemoteReceiverAttachableChild): void => {
    const at = drawn.get(node.id)
    if (at) fill(at, node)
  }

  const place = (slot: HTMLElement, children: readonly RemoteReceiverAttachableChild[]): void => {
    const wanted = children.map((child) => draw(child).element)
    for (const [index, element] of wanted.entries()) {
      if (slot.childNodes[index] !== element) slot.insertBefore(element, slot.childNodes[index] ?? null)
    }
    while (slot.childNodes.length > wanted.length) slot.lastChild?.remove()
  }

  const root = receiver.attached.root
  receiver.attached.subscribe(root as RemoteReceiverAttachable, (changed) => place(container, (changed as typeof root).children))
  place(container, root.children)
}

function component(type: string, props: Props): Omit<Drawn, 'forget'> {
  const painted: Painted = paint(type, props)
  return {
    element: painted.element,
    slot: painted.slot,
    update: (node) => painted.update('props' in node ? ((node.props ?? {}) as Props) : {}),
  }
}

function text(): Omit<Drawn, 'forget'> {
  const element = document.createTextNode('')
  return { element, slot: null, update: (node) => void (element.data = 'text' in node ? node.text : '') }
}
