/** An amount in minor units (cents, fils, whole yen) of its currency; always a safe integer. */
export interface Money {
  readonly amount: number
  readonly currency: string
}

export const money = (amount: number, currency: string): Money => ({ amount, currency })
