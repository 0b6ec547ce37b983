/** The one place that asks what time it is; decisions take it as an argument. */
export const now = (): Date => new Date()
