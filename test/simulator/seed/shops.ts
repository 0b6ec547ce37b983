import type { SimShop } from '../model.ts'

const CREATED = '2023-02-01T09:00:00Z'

/** Berlin, euros, prices with tax: phones and what goes with them. */
export const AURORA: SimShop = {
  id: 548380009,
  domain: 'aurora.myshopify.com',
  handle: 'aurora',
  name: 'Aurora Mobile',
  email: 'hello@aurora.example',
  currency: 'EUR',
  timeZone: 'Europe/Berlin',
  country: 'DE',
  locale: 'en',
  locales: ['en', 'de', 'fr', 'ar'],
  plan: 'basic',
  taxRate: 0.19,
  taxesIncluded: true,
  taxShipping: true,
  rates: { USD: 1.09, GBP: 0.84, JPY: 163.4, KWD: 0.335 },
  markups: { GBP: 8 },
  shippingMethods: [
    { code: 'standard', title: 'Standard (2 to 4 days)', price: '4.90', freeFrom: '50.00', pickup: false, localDelivery: false },
    { code: 'express', title: 'Express (next day)', price: '12.90', freeFrom: null, pickup: false, localDelivery: false },
    { code: 'pickup', title: 'Pick up in Berlin', price: '0.00', freeFrom: null, pickup: true, localDelivery: false },
  ],
  postPurchaseApp: true,
  paypalReferenceTransactions: false,
  createdAt: CREATED,
  installed: null,
}

/** Kuwait, dinars of three decimals, no tax; shoppers who read Arabic, Hebrew and English. */
export const NOOR: SimShop = {
  id: 548380010,
  domain: 'noor.myshopify.com',
  handle: 'noor',
  name: 'Noor — نور',
  email: 'salam@noor.example',
  currency: 'KWD',
  timeZone: 'Asia/Kuwait',
  country: 'KW',
  locale: 'ar',
  locales: ['ar', 'he', 'en'],
  plan: 'advanced',
  taxRate: 0,
  taxesIncluded: false,
  taxShipping: false,
  rates: { USD: 3.25, EUR: 2.98, ILS: 11.9 },
  shippingMethods: [
    { code: 'standard', title: 'توصيل — Delivery', price: '1.500', freeFrom: '20.000', pickup: false, localDelivery: false },
    { code: 'pickup', title: 'استلام من المتجر — Pick up', price: '0.000', freeFrom: null, pickup: true, localDelivery: false },
  ],
  postPurchaseApp: true,
  paypalReferenceTransactions: true,
  createdAt: CREATED,
  installed: null,
}

/** Filled by `npm run simulator:import`: a British gift shop with a year of real history. */
export const HISTORY: SimShop = {
  id: 548380011,
  domain: 'history.myshopify.com',
  handle: 'history',
  name: 'History Gifts',
  email: 'office@history.example',
  currency: 'GBP',
  timeZone: 'Europe/London',
  country: 'GB',
  locale: 'en',
  locales: ['en'],
  plan: 'plus',
  taxRate: 0.2,
  taxesIncluded: true,
  taxShipping: true,
  rates: { EUR: 1.19, USD: 1.3 },
  shippingMethods: [
    { code: 'standard', title: 'Royal Mail', price: '3.95', freeFrom: '40.00', pickup: false, localDelivery: false },
    { code: 'pickup', title: 'Collect in store', price: '0.00', freeFrom: null, pickup: true, localDelivery: false },
  ],
  postPurchaseApp: true,
  paypalReferenceTransactions: false,
  createdAt: CREATED,
  installed: null,
}
