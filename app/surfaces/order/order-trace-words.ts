import type { TraceView } from './trace-view.ts'

export const TRACE_WORDS = {
  considered: 'Offers considered',
  rules: 'What each condition said',
  everybody: 'It has no condition: every purchase passes.',
  state: { yes: 'True', no: 'Not so', 'not-known': 'Not known' } satisfies Record<TraceView['state'], string>,
  notKnown: (source: string) => `Not known: it would come from ${source}.`,
  version: (version: number) => `version ${version}`,
  openVersion: (title: string, version: number) => `${title}, version ${version} as this order saw it`,
  more: (count: string) => `Show the other ${count}`,
  unlisted: (count: string) => `and ${count} more that did not fit`,
} as const
