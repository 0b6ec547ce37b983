import type { ReactNode } from 'react'

/** What an element that an extension has drawn is given: whatever the extension says. */
export type Props = Readonly<Record<string, unknown>> & { children?: ReactNode }
