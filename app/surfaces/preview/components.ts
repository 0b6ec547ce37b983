/** Every component that Shopify offers to a page after payment. */
export const COMPONENTS =
  'Banner BlockStack Bookend Button ButtonGroup BuyerConsent CalloutBanner Checkbox Form FormLayout FormLayoutGroup Heading HeadingGroup HiddenForAccessibility Image InlineStack Layout Link Radio Select Separator Spinner Text TextBlock TextContainer TextField Tiles View VisuallyHidden'.split(
    ' ',
  )
