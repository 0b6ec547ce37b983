/**
 * Every point that Shopify's documentation leaves open, with the simulator's choice. A person with a development store
 * can check them one by one; nothing in the app may depend on one of them being true.
 */
export const SETTINGS = {
  apiVersion: '2026-07',

  // Webhooks. Documented: 5 s in all, 8 retries over 4 hours, exponential. Not documented: the single delays; doubling is assumed.
  webhookTimeoutMs: 5_000,
  webhookRetries: 8,
  webhookRetrySpanMs: 4 * 3_600_000,
  webhooksAtOnce: 8,
  // Not documented: how long after the deed a webhook leaves.
  webhookDelayMs: 0,
  // Documented: shop/redact arrives 48 hours after the uninstall.
  shopRedactAfterMs: 48 * 3_600_000,

  // Tokens. Documented: 60 minutes and 90 days for expiring offline tokens, 60 s for id tokens, 24 h for online tokens.
  offlineTokenSeconds: 3_600,
  refreshTokenSeconds: 90 * 86_400,
  onlineTokenSeconds: 86_399,
  idTokenSeconds: 60,
  sessionTokenSeconds: 300,
  // Not documented: a refresh token that was used once still works for a while, so that a lost answer can be asked for again.
  usedRefreshTokenSeconds: 0,
  // Not documented: how long the access token that a refresh replaces goes on working.
  replacedTokenSeconds: 60,

  // Not Shopify's affair: how long a parcel travels.
  parcelTravelsMs: 3 * 86_400_000,

  // Admin API. Plus is observed at 20,000 and 1,000 a second; the others are inferred by the same ratio.
  buckets: {
    basic: { maximumAvailable: 2_000, restoreRate: 100 },
    advanced: { maximumAvailable: 4_000, restoreRate: 200 },
    plus: { maximumAvailable: 20_000, restoreRate: 1_000 },
  },
  mostCostOfOneQuery: 1_000,
  costOfMutation: 10,
  // Documented: bulk queries of one app and shop that may run at once (API 2026-01 and newer).
  bulkOperationsAtOnce: 5,
  bulkChunkBytes: 1_000_000,

  // Flow. Not documented: whether a trigger's payload may leave out what the trigger declares.
  flowFieldsMayBeMissing: true,

  // Files. Not documented: how long Shopify works on one before it is ready.
  fileReadyAfterMs: 400,
  // Documented for images: 20 MB and 20 megapixels.
  mostImageBytes: 20 * 1_048_576,
  mostImagePixels: 20_000_000,

  /** What an order's returns come to where it has several of different states. Not documented. */
  returnStatusPrecedence: [
    ['OPEN', 'IN_PROGRESS'],
    ['REQUESTED', 'RETURN_REQUESTED'],
    ['CLOSED', 'RETURNED'],
    ['DECLINED', 'RETURN_FAILED'],
  ] as ['REQUESTED' | 'OPEN' | 'CLOSED' | 'DECLINED', string][],

  // App proxy. Not documented: the largest body that it passes on.
  mostProxyBytes: 256 * 1_048_576,
  // Not documented: how long after discountRedeemCodeBulkAdd its codes are there.
  redeemCodesAfterMs: 400,

  // What the app may see of customers: granted per field after Shopify's review. Refused fields are null with an error.
  protectedFields: ['name', 'email', 'phone', 'address'] as ('name' | 'email' | 'phone' | 'address')[],

  /** Level 1 of protected customer data: anything of shoppers at all. */
  protectedCustomerData: true,

  // Blocks on the thank-you and order-status pages.
  /** Documented: at most 64 KB after deflate. */
  mostUiExtensionBytes: 65_536,
  /** The type in `orderConfirmation.order.id`. The package says Order, apps report OrderIdentity with the same number. */
  orderGidOnThankYouPage: 'OrderIdentity' as 'Order' | 'OrderIdentity',
  /** The type in `order.id` of the order-status page. */
  orderGidOnOrderStatusPage: 'Order' as 'Order' | 'OrderIdentity',
  /** Whether lines and cost of the thank-you block include what was added on the page after payment. Not documented. */
  thankYouShowsAdded: true,
  /** The scope without which a session token names nobody, whoever has logged in. Documented as "permission to read customer accounts". */
  scopeForSub: 'read_customers',
  /** Whether a code of a cart permalink that does not apply is left out; else it stays and must be taken away by hand. Not documented. */
  permalinkDropsRefusedCodes: true,
  /** Whether the checkout of a Storefront API cart is filled in by the `checkout[...]` of its address, as a permalink's is. Not documented. */
  cartTakesCheckoutFields: true,
  /** Whether name, address, e-mail and phone are given before the shopper has logged in. Not documented. */
  preAuthenticatedSeesPersonalData: false,
  /** What `i18n.translate` does with a key that no locale has. Not documented. */
  missingTranslation: 'throws' as 'key' | 'throws',

  /** Which of the credits that a payment has spent is given back first. Not documented. */
  creditGivenBackFirst: 'last-spent' as 'last-spent' | 'first-spent',

  // Post-purchase page.
  /** The folder that holds extensions/, each with its dist/; null is this project. */
  projectFolder: null as string | null,
  /** ShouldRender is given up after this. Not documented; apps report about 1.5 s. */
  shouldRenderTimeoutMs: 1_500,
  /** referenceId equals the order's checkout_token. Not documented. */
  referenceIdIsCheckoutToken: true,
  /** Lifetime of the token in inputData. Not documented. */
  inputTokenSeconds: 3_600,
  /** What a changeset with a jti that was applied before is answered with. Not documented. */
  reusedJti: 'changeset_already_applied' as 'changeset_already_applied' | 'invalid_request',
  /** Whether a changeset's fixed_amount discount is taken off the line once or off each unit. Not documented; draft orders take it off each. */
  fixedDiscountCovers: 'unit' as 'line' | 'unit',
  /** Whether a changeset's discount comes off what a selling plan makes of the price, or off the listed price in the plan's stead. Not documented. */
  discountMeetsPlan: 'off-its-price' as 'off-its-price' | 'in-its-stead',
  /** The shop's payment provider asks for the card code at every charge, so that it cannot charge again. */
  gatewayNeedsCvv: false,
  /** How often ShouldRender is called. Third parties report more than once. */
  shouldRenderCalls: 2,
  /** Changesets that one checkout takes. Inferred. */
  changesetsPerCheckout: 3,
  /** The same where PayPal with reference transactions paid. Reported by third parties. */
  changesetsPerPaypalCheckout: 1,
  /** The fulfilment hold, after which a changeset is refused with order_released_error. */
  holdMs: 3_600_000,
  /** What follows applyChangeset, in this order. Not documented. */
  webhooksAfterChangeset: ['orders/edited', 'orders/updated', 'order_transactions/create'] as string[],
}

export type Settings = typeof SETTINGS

/** The simulated app's identity; the app gets the same two by its environment. */
export const CLIENT_ID = 'e0c0de00000000000000000000000001'
export const CLIENT_SECRET = 'shpss_the_simulated_apps_secret01'

/** Where staged uploads go: Google's own host, as Shopify names it. */
export const UPLOAD_HOST = 'shopify-staged-uploads.storage.googleapis.com'

/** Where bulk results are fetched from; ends in shopify.com so that the preload redirects it. */
export const STORAGE_HOST = 'storage.shopify.com'

/** Review apps' own hosts; the preload redirects them. */
export const PROVIDER_HOSTS = ['judge.me', 'api.okendo.io', 'api.yotpo.com', 'api.fera.ai']

/** Every shop keeps its stock in one place. */
export const LOCATION_ID = 7_000_000_100
