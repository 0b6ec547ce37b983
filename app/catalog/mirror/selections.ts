/** What we read of each thing, the same one by one and in bulk. A bulk query forbids lists with pages inside plain lists. */
export const PRODUCT =
  'id title handle status vendor productType tags publishedAt updatedAt featuredMedia { preview { image { url altText } } }'
export const ITEM = 'id tracked requiresShipping unitCost { amount currencyCode }'
export const VARIANT = `id title sku barcode position price compareAtPrice inventoryPolicy inventoryQuantity updatedAt image { url } inventoryItem { ${ITEM} }`
export const COLLECTION = 'id title handle updatedAt ruleSet { appliedDisjunctively }'
export const CUSTOMER = `id tags numberOfOrders amountSpent { amount currencyCode } locale updatedAt
  defaultEmailAddress { marketingState } defaultPhoneNumber { marketingState } productSubscriberStatus`
export const MONEY = '{ shopMoney { amount currencyCode } }'
export const TRANSACTION = `id kind status gateway processedAt createdAt amountSet ${MONEY} paymentDetails { __typename ... on CardPaymentDetails { wallet } }`
export const ORDER = `id name customer { id } checkoutToken sourceName currencyCode presentmentCurrencyCode currentTotalPriceSet ${MONEY}
  originalTotalPriceSet { shopMoney { amount currencyCode } presentmentMoney { amount currencyCode } } displayFinancialStatus paymentGatewayNames shippingAddress { countryCodeV2 provinceCode } shippingLine { title } taxesIncluded customerLocale
  discountCodes returnStatus test processedAt cancelledAt updatedAt transactions { ${TRANSACTION} } refunds { id createdAt }
  fulfillments { id status displayStatus createdAt updatedAt deliveredAt }`
/** That a line was sold by a plan, no webhook tells (https://community.shopify.dev/t/sellingplan-availability-in-order-webhook/23920). */
export const PLAN = 'sellingPlan { sellingPlanId }'
export const LINE = `id title quantity currentQuantity product { id } variant { id } originalUnitPriceSet ${MONEY}
  discountAllocations { allocatedAmountSet ${MONEY} } taxLines { priceSet ${MONEY} } ${PLAN}`
