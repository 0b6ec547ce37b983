import { money, type Money } from '#app/values/money.ts'

/** What the shopper did, as her browser reported it. */
export interface StepEvents {
  offerId: string
  stepId: string
  shown: number
  declined: number
}
/** What the orders hold. */
export interface StepSales {
  offerId: string
  stepId: string
  acceptances: number // changesets whose lines are in an order
  revenue: number
}

/** An impression is a reported render, an acceptance an order that holds the step's lines, revenue what was paid and kept. */
export interface Figures {
  impressions: number
  acceptances: number
  declines: number
  revenue: Money
}

type Key = (row: { offerId: string; stepId: string }) => string

/** Figures by offer, by step or altogether: whatever the key tells apart. */
export function figuresBy(key: Key, events: readonly StepEvents[], sales: readonly StepSales[], currency: string): Map<string, Figures> {
  const figures = new Map<string, Figures>()
  const add = (row: StepEvents | StepSales, more: Partial<Omit<Figures, 'revenue'>>, earned = 0) => {
    const sofar = figures.get(key(row)) ?? nothing(currency)
    figures.set(key(row), {
      impressions: sofar.impressions + (more.impressions ?? 0),
      acceptances: sofar.acceptances + (more.acceptances ?? 0),
      declines: sofar.declines + (more.declines ?? 0),
      revenue: money(sofar.revenue.amount + earned, currency),
    })
  }
  for (const row of events) add(row, { impressions: row.shown, declines: row.declined })
  for (const row of sales) add(row, { acceptances: row.acceptances }, row.revenue)
  return figures
}

export const nothing = (currency: string): Figures => ({ impressions: 0, acceptances: 0, declines: 0, revenue: money(0, currency) })
