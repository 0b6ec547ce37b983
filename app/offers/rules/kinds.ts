import { z } from 'zod'
import { collection } from './collection.ts'
import { country } from './country.ts'
import type { RuleKind } from './kind.ts'
import { orderCount } from './order-count.ts'
import { orderValue } from './order-value.ts'
import { product } from './product.ts'
import { variant } from './variant.ts'

/** Every kind of condition, in the order in which the editor offers them. */
export const KINDS = [product, variant, collection, orderValue, country, orderCount] as const

type SchemasOf<Kinds extends readonly { schema: z.ZodObject }[]> = { -readonly [Index in keyof Kinds]: Kinds[Index]['schema'] }
export const SCHEMAS = KINDS.map(({ schema }) => schema) as unknown as SchemasOf<typeof KINDS>

/** One targeting condition; each kind is one file beside this one. */
export type Condition = z.infer<(typeof SCHEMAS)[number]>

const TABLE = new Map<string, unknown>(KINDS.map((kind) => [kind.kind, kind]))

/** The table holds for each kind the functions of that kind's own schema: the one place where TypeScript has to take our word for it. */
export const kindOf = (kind: Condition['kind']): RuleKind<z.ZodObject> => TABLE.get(kind) as RuleKind<z.ZodObject>
