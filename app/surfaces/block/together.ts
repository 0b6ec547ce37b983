import type { PageOrder } from './reads.ts'
import type { BlockSettings } from './settings.ts'

/** Whether the second order can still travel with the first one: the merchant says so, and no parcel has left. */
export const isTogether = ({ together }: BlockSettings, { fulfilled }: PageOrder): boolean => together && !fulfilled
