import {
  KIND_COMPONENT,
  type RemoteReceiver,
  type RemoteReceiverAttachable,
  type RemoteReceiverAttachableChild,
  type RemoteReceiverAttachableComponent,
  type RemoteReceiverAttachableRoot,
  type RemoteReceiverAttachableText,
} from '@remote-ui/core'
import { useCallback, useSyncExternalStore, type ComponentType, type ReactNode } from 'react'
import { CONTROLS } from './controls.tsx'
import { LAYOUTS } from './layouts.tsx'
import type { Props } from './props.tsx'
import { TEXTS } from './texts.tsx'

const DRAWN: Readonly<Record<string, ComponentType<Props>>> = { ...CONTROLS, ...LAYOUTS, ...TEXTS }

/** What the extension has drawn, as it is at this moment. */
export function Drawn({ receiver }: { receiver: RemoteReceiver }) {
  const { children } = useAttached(receiver, receiver.attached.root as RemoteReceiverAttachableRoot)
  return <>{drawAll(receiver, children)}</>
}

/** One element for each node, because a layout arranges its children one by one. */
const drawAll = (receiver: RemoteReceiver, nodes: readonly RemoteReceiverAttachableChild[]): ReactNode =>
  nodes.map((node) =>
    node.kind === KIND_COMPONENT ? (
      <DrawnComponent key={node.id} receiver={receiver} node={node} />
    ) : (
      <DrawnText key={node.id} receiver={receiver} node={node} />
    ),
  )

const DrawnText = ({ receiver, node }: { receiver: RemoteReceiver; node: RemoteReceiverAttachableText }) => (
  <>{useAttached(receiver, node).text}</>
)

function DrawnComponent({ receiver, node }: { receiver: RemoteReceiver; node: RemoteReceiverAttachableComponent }) {
  const { type, props, children } = useAttached(receiver, node)
  const Component = DRAWN[type as string]
  return Component ? <Component {...(props as Props)}>{drawAll(receiver, children)}</Component> : null
}

/** The receiver changes its nodes in place and counts their versions. */
function useAttached<Node extends RemoteReceiverAttachable>(receiver: RemoteReceiver, node: Node): Node {
  const subscribe = useCallback((changed: () => void) => receiver.attached.subscribe(node, changed), [receiver, node])
  const version = () => receiver.attached.get(node)?.version ?? 0
  useSyncExternalStore(subscribe, version, version)
  return receiver.attached.get(node) ?? node
}
