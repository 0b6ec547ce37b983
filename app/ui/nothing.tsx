import { BlockStack, Box, Text } from '@shopify/polaris'
import type { ReactNode } from 'react'

/** A list without rows. Polaris's own EmptyState waits for a picture, and moves what is around it. */
export const Nothing = ({ heading, children, action }: { heading: string; children: string; action?: ReactNode }) => (
  <Box padding="800">
    <BlockStack gap="200" inlineAlign="center">
      <Text as="h2" variant="headingMd" alignment="center">
        {heading}
      </Text>
      <Text as="p" tone="subdued" alignment="center">
        {children}
      </Text>
      {action}
    </BlockStack>
  </Box>
)
