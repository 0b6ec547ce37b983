import { type Caller, type Fields, plain } from '../admin-api/fields.ts'
import { NotModelled } from '../admin-api/refusals.ts'
import type { Kind } from '../store.ts'
import { triggersOf } from './triggers.ts'
import type { Trigger } from './triggers.ts'

interface Args {
  body?: string | null
  handle?: string | null
  payload?: unknown
}

/** Documented: a payload is smaller than 50 KB. */
const MOST_BYTES = 50_000

/** Takes a trigger of the app as Shopify Flow would, and keeps it: workflows themselves are the merchant's, and are not run here. */
export async function flowTriggerReceive(_: unknown, { body, handle, payload }: Args, caller: Caller): Promise<object> {
  if (body != null) throw new NotModelled('The simulator takes triggers by handle and payload, not by the deprecated body')
  const trigger = (await triggersOf(caller.simulator)).find((one) => one.handle === handle)
  const faults = trigger ? await faultsOf(trigger, payload, caller) : [`There is no trigger with the handle ${handle}`]
  // Which words Shopify uses is not documented.
  if (!trigger || faults.length > 0) return { userErrors: faults.map((message) => ({ field: ['payload'], message })) }
  const { store, clock } = caller.simulator
  await store.put(caller.shop.domain, 'flowRun', {
    id: await store.nextId(),
    handle: trigger.handle,
    name: trigger.name,
    payload: payload as Record<string, unknown>,
    updatedAt: clock.now().toISOString(),
  })
  return { userErrors: [] }
}

async function faultsOf({ fields }: Trigger, payload: unknown, caller: Caller): Promise<string[]> {
  if (payload === null || typeof payload !== 'object' || Array.isArray(payload)) return ['The payload must be an object']
  if (Buffer.byteLength(JSON.stringify(payload)) >= MOST_BYTES) return ['The payload must be smaller than 50 KB']
  const given = Object.entries(payload)
  const unknown = given.filter(([key]) => !fields.some((field) => field.key === key)).map(([key]) => `The trigger has no field ${key}`)
  const wrong = await Promise.all(fields.map((field) => faultOf(field, (payload as Record<string, unknown>)[field.key], caller)))
  return [...unknown, ...wrong.filter((fault) => fault !== null)]
}

type Check = (value: unknown) => boolean
const isText: Check = (value) => typeof value === 'string'
const TYPES: Record<string, Check> = {
  single_line_text_field: isText,
  email: isText,
  url: (value) => typeof value === 'string' && URL.canParse(value),
  number_decimal: (value) => typeof value === 'number',
  boolean: (value) => typeof value === 'boolean',
}
const REFERENCES: Record<string, Kind> = { product_reference: 'product', customer_reference: 'customer', order_reference: 'order' }

async function faultOf({ key, type }: Trigger['fields'][number], value: unknown, caller: Caller): Promise<string | null> {
  const kind = REFERENCES[type]
  // Not documented: whether what the trigger declares may be left out. A visitor without an account has no customer to name.
  if (value === undefined) return caller.simulator.settings.flowFieldsMayBeMissing ? null : `The payload lacks ${key}`
  if (kind) {
    if (typeof value !== 'number') return `${key} must be a number`
    return (await caller.simulator.store.get(caller.shop.domain, kind, value)) ? null : `${key} names nothing of this shop`
  }
  const check = TYPES[type]
  if (!check) throw new NotModelled(`The simulator does not know fields of type ${type} in Flow triggers`)
  return check(value) ? null : `${key} is no ${type}`
}

export const FLOW_PAYLOADS = { FlowTriggerReceivePayload: plain<{ userErrors: unknown }>('userErrors') as Fields<never> }
