import { CONTROLS } from './paint-controls.ts'
import { TEXTS } from './paint-texts.ts'
import { LAYOUTS } from './paint-layouts.ts'
import type { ComponentName } from './components.ts'

export type Props = Record<string, unknown>

/** A component on the page: where it is, where its children go, how it follows its props. */
export interface Painted {
  element: HTMLElement
  slot: HTMLElement
  update(props: Props): void
}

export type Painter = (props: Props) => Painted

const PAINTERS: Record<ComponentName, Painter> = { ...LAYOUTS, ...TEXTS, ...CONTROLS }

export function paint(type: string, props: Props): Painted {
  const painter = PAINTERS[type as ComponentName]
  if (!painter) throw new Error(`There is no component ${type}`)
  return painter(props)
}
