import type { Simulator } from '../simulator.ts'
import { ERROR_CODES } from './errors.ts'
import type { ErrorCode } from './errors.ts'

/** What a test asks to go wrong with one checkout: any of the twelve codes, or a second charge that is declined. */
type CheckoutFault = { code: ErrorCode; on: 'calculate' | 'apply'; times: number } | { charge: 'declined'; times: number }

const keyOf = (token: string) => `checkout-fault:${token}`

/** Throws on anything that is not a fault. */
export async function setFault(
  { store }: Simulator,
  token: string,
  wanted: Partial<Record<'code' | 'on' | 'charge' | 'times', unknown>>,
): Promise<CheckoutFault> {
  const times = typeof wanted.times === 'number' ? wanted.times : 1
  const code = ERROR_CODES.find((known) => known === wanted.code)
  if (!code && wanted.charge !== 'declined')
    throw new Error(`A fault is { code: ${ERROR_CODES.join(' | ')}, on?: calculate | apply } or { charge: 'declined' }`)
  const fault: CheckoutFault = code ? { code, on: wanted.on === 'calculate' ? 'calculate' : 'apply', times } : { charge: 'declined', times }
  await store.setSetting(keyOf(token), fault)
  return fault
}

/** The fault for this call, used up once; null when all shall go well. */
export async function takeFault({ store }: Simulator, token: string, on: 'calculate' | 'apply'): Promise<CheckoutFault | null> {
  const fault = await store.setting<CheckoutFault | null>(keyOf(token), null)
  if (!fault || fault.times < 1 || ('on' in fault ? fault.on : 'apply') !== on) return null
  await store.setSetting(keyOf(token), { ...fault, times: fault.times - 1 })
  return fault
}
