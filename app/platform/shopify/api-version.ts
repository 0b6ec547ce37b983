/** Shopify's API version, stated here and in shopify.app.toml; a test holds them together. */
export const API_VERSION = '2026-07'
