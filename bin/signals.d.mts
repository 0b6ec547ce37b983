export function untilTold(): { promise: Promise<undefined>; now(): boolean }
