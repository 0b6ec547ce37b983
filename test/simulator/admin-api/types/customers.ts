import type { SimAddress, SimCustomer } from '../../model.ts'
import { seesOrder } from '../access.ts'
import { type Fields, gid, moneyV2, plain } from '../fields.ts'
import { ArrayListing } from '../listing.ts'
import { asOrder } from './orders.ts'

export interface CustomerSource {
  __typename: 'Customer'
  customer: SimCustomer
}
export interface AddressSource {
  address: SimAddress
  id: number
}

export const asCustomer = (customer: SimCustomer): CustomerSource => ({ __typename: 'Customer', customer })
export const asAddress = (address: SimAddress | null, id: number): AddressSource | null => address && { address, id }

const countries = new Intl.DisplayNames('en', { type: 'region' })
const nameOf = ({ firstName, lastName }: { firstName: string; lastName: string }) => `${firstName} ${lastName}`.trim()

const Customer: Fields<CustomerSource> = {
  id: ({ customer }) => gid('Customer', customer.id),
  legacyResourceId: ({ customer }) => String(customer.id),
  firstName: ({ customer }) => customer.firstName,
  lastName: ({ customer }) => customer.lastName,
  displayName: ({ customer }) => nameOf(customer) || customer.email,
  email: ({ customer }) => customer.email,
  phone: ({ customer }) => customer.phone,
  locale: ({ customer }) => customer.locale,
  tags: ({ customer }) => customer.tags,
  productSubscriberStatus: ({ customer }) => customer.subscriberStatus ?? 'NEVER_SUBSCRIBED',
  state: () => 'DISABLED',
  note: () => null,
  verifiedEmail: () => true,
  numberOfOrders: ({ customer }) => String(customer.ordersCount),
  amountSpent: ({ customer }, _, { shop }) => moneyV2(customer.totalSpent, shop.currency),
  createdAt: ({ customer }) => customer.createdAt,
  updatedAt: ({ customer }) => customer.updatedAt,
  storeCreditAccounts: async ({ customer }, _, { simulator, shop }) =>
    new ArrayListing(await simulator.store.matching(shop.domain, 'storeCredit', `owner:${customer.id}`), ({ id }) => id),
  defaultAddress: ({ customer }) => asAddress(customer.address, customer.id),
  defaultEmailAddress: ({ customer }) => customer.email && { emailAddress: customer.email, subscribed: customer.acceptsMarketing },
  defaultPhoneNumber: ({ customer }) => customer.phone && { phoneNumber: customer.phone, subscribed: customer.acceptsTexts ?? false },
  orders: async ({ customer }, _, { simulator, shop, scopes }) => {
    const orders = await simulator.store.matching(shop.domain, 'order', `customer:${customer.id}`)
    const seen = orders.filter((order) => seesOrder(order, scopes, simulator.clock.now()))
    return new ArrayListing(seen.toReversed().map(asOrder), ({ order }) => order.id)
  },
}

const CustomerEmailAddress: Fields<{ emailAddress: string; subscribed: boolean }> = {
  ...plain<{ emailAddress: string }>('emailAddress'),
  marketingState: ({ subscribed }) => (subscribed ? 'SUBSCRIBED' : 'NOT_SUBSCRIBED'),
  validFormat: () => true,
}

const CustomerPhoneNumber: Fields<{ phoneNumber: string; subscribed: boolean }> = {
  ...plain<{ phoneNumber: string }>('phoneNumber'),
  marketingState: ({ subscribed }) => (subscribed ? 'SUBSCRIBED' : 'NOT_SUBSCRIBED'),
}

const MailingAddress: Fields<AddressSource> = {
  id: ({ id }) => `${gid('MailingAddress', id)}?model_name=Address`,
  firstName: ({ address }) => address.firstName,
  lastName: ({ address }) => address.lastName,
  name: ({ address }) => nameOf(address),
  company: () => null,
  address1: ({ address }) => address.address1,
  address2: ({ address }) => address.address2,
  city: ({ address }) => address.city,
  zip: ({ address }) => address.zip,
  province: ({ address }) => address.province,
  provinceCode: ({ address }) => address.province,
  country: ({ address }) => countries.of(address.countryCode) ?? address.countryCode,
  countryCodeV2: ({ address }) => address.countryCode,
  phone: ({ address }) => address.phone,
}

export const CUSTOMER_TYPES: Record<string, Fields<never>> = { Customer, CustomerEmailAddress, CustomerPhoneNumber, MailingAddress }
