import type { Simulator } from '../../simulator.ts'

/** What the app may see of shoppers: level 1 at all, level 2 field by field. */
export interface Privacy {
  level1: boolean
  fields: readonly ('name' | 'email' | 'phone' | 'address')[]
}

export const privacyOf = ({ settings }: Pick<Simulator, 'settings'>): Privacy => ({
  level1: settings.protectedCustomerData,
  fields: settings.protectedFields,
})

/** A field that the app may not see is undefined, as is one that is not there. */
export const redactedFields =
  ({ level1, fields }: Privacy) =>
  (field: Privacy['fields'][number], value: string | null): string | undefined =>
    level1 && fields.includes(field) ? (value ?? undefined) : undefined
