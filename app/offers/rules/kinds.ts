import type { z } from 'zod'
import { boughtBefore } from './bought-before.ts'
import { channel } from './channel.ts'
import { collection } from './collection.ts'
import { consent } from './consent.ts'
import { country } from './country.ts'
import { currency } from './currency.ts'
import { customerTag } from './customer-tag.ts'
import { date } from './date.ts'
import { discountCode } from './discount-code.ts'
import { discountShare } from './discount-share.ts'
import { earlierOffer } from './earlier-offer.ts'
import { items } from './items.ts'
import { landingPage } from './landing-page.ts'
import { language } from './language.ts'
import { lifetimeSpend } from './lifetime-spend.ts'
import { orderCount } from './order-count.ts'
import { orderNumber } from './order-number.ts'
import { orderValue } from './order-value.ts'
import { presentmentValue } from './presentment-value.ts'
import { product } from './product.ts'
import { productMetafield } from './product-metafield.ts'
import { productTag } from './product-tag.ts'
import { productType } from './product-type.ts'
import { quantity } from './quantity.ts'
import { randomShare } from './random-share.ts'
import { region } from './region.ts'
import { reviewed } from './reviewed.ts'
import { shippingMethod } from './shipping-method.ts'
import { subscription } from './subscription.ts'
import { timeOfDay } from './time-of-day.ts'
import { utm } from './utm.ts'
import { variant } from './variant.ts'
import { vendor } from './vendor.ts'
import { weekday } from './weekday.ts'
import type { RuleKind } from './kind.ts'

/** Every kind of condition, in the order in which the editor offers them. */
export const KINDS = [
  product,
  variant,
  collection,
  productType,
  vendor,
  productTag,
  productMetafield,
  quantity,
  items,
  orderValue,
  presentmentValue,
  discountCode,
  discountShare,
  shippingMethod,
  country,
  region,
  currency,
  language,
  customerTag,
  orderCount,
  orderNumber,
  lifetimeSpend,
  boughtBefore,
  subscription,
  consent,
  reviewed,
  channel,
  utm,
  landingPage,
  earlierOffer,
  randomShare,
  date,
  timeOfDay,
  weekday,
] as const

type SchemasOf<Kinds extends readonly { schema: z.ZodObject }[]> = { -readonly [Index in keyof Kinds]: Kinds[Index]['schema'] }
export const SCHEMAS = KINDS.map(({ schema }) => schema) as unknown as SchemasOf<typeof KINDS>

/** One targeting condition; each kind is one file beside this one. */
export type Condition = z.infer<(typeof SCHEMAS)[number]>

const TABLE = new Map<string, unknown>(KINDS.map((kind) => [kind.kind, kind]))

/** The table holds for each kind the functions of that kind's own schema: the one place where TypeScript has to take our word for it. */
export const kindOf = (kind: Condition['kind']): RuleKind<z.ZodObject> => TABLE.get(kind) as RuleKind<z.ZodObject>
