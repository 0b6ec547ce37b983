/** A refusal is a value; a surprise is thrown. */
export type Outcome<T, Reason extends string = string> = { ok: true; value: T } | Refused<Reason>
export type Refused<Reason extends string = string> = { ok: false; because: Reason; detail?: Readonly<Record<string, unknown>> }

export const ok = <T>(value: T): { ok: true; value: T } => ({ ok: true, value })
export const refuse = <Reason extends string>(because: Reason, detail?: Readonly<Record<string, unknown>>): Refused<Reason> =>
  detail ? { ok: false, because, detail } : { ok: false, because }
