interface TaxTerms {
  rate: number // 0.19
  included: boolean
}

/** The tax on a price in minor units: what is in it where prices include tax, what comes on top where they do not. */
export const taxOn = (net: number, { rate, included }: TaxTerms): number => Math.round(included ? net - net / (1 + rate) : net * rate)
