/** @jsxImportSource preact */
import '@shopify/ui-extensions/preact'
import { render } from 'preact'
import { Block } from './block.tsx'

export default function show(): void {
  render(<Block />, document.body)
}
