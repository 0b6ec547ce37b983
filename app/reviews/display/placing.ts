/** Shopify's theme editor, opened with one of our blocks to be placed; App Bridge takes `shopify://` out of the frame. */
export const blockLinks = (apiKey: string) =>
  (
    [
      ['product-stars', 'product', 'mainSection'],
      ['product-reviews', 'product', 'newAppsSection'],
      ['card-stars', 'collection', 'mainSection'],
    ] as const
  ).map(([handle, template, target]) => ({
    handle,
    editor: `shopify://admin/themes/current/editor?${new URLSearchParams({ template, addAppBlockId: `${apiKey}/${handle}`, target })}`,
  }))
