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
  replay: 'The same purchase today',
  replayAbout: 'Decides again, with what was known of this purchase, among the offers that are active now.',
  replayButton: 'Replay with today’s offers',
  replaying: 'Deciding again',
  replayAgain: 'Replay again',
  same: (today: string) => `Today this purchase would see the same: ${today}`,
  other: (today: string) => `Today this purchase would see: ${today}`,
  saw: (then: string) => `Then: ${then}`,
  because: 'It differs because:',
  lost: 'What was known of this purchase is not held any more, so it cannot be decided again.',
  failed: 'It could not be decided again just now. Try once more.',
} as const
