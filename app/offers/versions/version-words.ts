export const VERSION_WORDS = {
  title: 'Version history',
  version: (version: number) => `Version ${version}`,
  current: 'Current',
  first: 'The offer as it was first written.',
  nothing: 'Saved without a change.',
  open: 'Open',
  openVersion: (version: number) => `Open version ${version}`,
  savedAt: (time: string) => `Saved ${time}`,
  explained: 'Each save is a version. Orders keep the version they saw.',
  changed: (part: string, before: string | null, after: string | null) => {
    if (before === null) return `${part}: ${after}`
    return after === null ? `${part} removed: ${before}` : `${part}: ${after}`
  },
  was: (before: string) => `was: ${before}`,
  saw: (orders: number) =>
    orders === 0 ? 'No order saw it' : orders === 1 ? '1 order saw it' : `${orders.toLocaleString('en')} orders saw it`,
  page: (page: number, pages: number) => `Page ${page} of ${pages}`,
  restoreShort: 'Restore',
  restoreNamed: (version: number) => `Restore version ${version}`,
  restored: (version: number) => `Version ${version} is the newest again`,
  undo: 'Undo',
  meanwhile: 'Somebody has changed the offer meanwhile. Look again before you restore.',
  restore: 'Restore this version',
  restoreNote: 'It becomes the newest version; nothing is lost. Its place in the list stays.',
  isCurrent: 'This is the version that shoppers see when the offer is active.',
  old: 'You look at an older version. It cannot be edited here.',
  contents: 'What it says',
  offerGone: 'This offer no longer exists.',
  gone: 'This version does not exist.',
} as const
