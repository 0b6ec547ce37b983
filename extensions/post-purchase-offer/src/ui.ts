import type { Components } from '@shopify/post-purchase-ui-extensions'

type Name = { [Key in keyof Components]: Key }[keyof Components]
type Props<Key extends Name> = Partial<NonNullable<Components[Key]['props']>>

export interface Label {
  updateText(text: string): unknown
}
export interface Piece<Given = object> {
  readonly children: readonly Piece[]
  appendChild(child: Piece | Label | string): unknown
  removeChild(child: Piece): unknown
  updateProps(props: Given): unknown
}

/** What we use of Shopify's RemoteRoot, whose own types do not hold under `exactOptionalPropertyTypes`. */
export interface Root {
  appendChild(child: Piece): unknown
  removeChild(child: Piece): unknown
  createText(text: string): Label
  createComponent(type: unknown, props: object, ...children: (Piece | Label | string)[]): Piece
}

/** A component at work in the page: `draw(root, Button, { onPress }, 'Pay now')`. */
export function draw<Key extends Name>(
  root: Root,
  type: Components[Key],
  props: Props<Key>,
  ...children: (Piece | Label | string)[]
): Piece<Props<Key>> {
  return root.createComponent(type, props, ...children) as Piece<Props<Key>>
}
