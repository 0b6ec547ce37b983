import { document } from '../platform/shopify/document.ts'

export interface ShopAnswer {
  shop: {
    name: string
    email: string
    contactEmail: string
    primaryDomain: { host: string }
    currencyCode: string
    ianaTimezone: string
    shopAddress: { countryCodeV2: string | null }
  }
}

export const ShopDocument = document<ShopAnswer, Record<string, never>>(`
  query Shop {
    shop {
      name
      email
      contactEmail
      primaryDomain {
        host
      }
      currencyCode
      ianaTimezone
      shopAddress {
        countryCodeV2
      }
    }
  }
`)
