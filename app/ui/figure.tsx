import { BlockStack, Text } from '@shopify/polaris'

/** One number with its name. */
export const Figure = ({ label, value, hint }: { label: string; value: string; hint?: string }) => (
  <BlockStack gap="050">
    <Text as="p" tone="subdued">
      {label}
    </Text>
    <Text as="p" variant="headingMd" numeric>
      {value}
    </Text>
    {hint ? (
      <Text as="p" variant="bodySm" tone="subdued">
        {hint}
      </Text>
    ) : null}
  </BlockStack>
)
