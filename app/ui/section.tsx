import { BlockStack, Card, Text } from '@shopify/polaris'
import type { ReactNode } from 'react'

interface SectionProps {
  title: string
  about?: string | undefined
  gap?: '300' | '400'
  children: ReactNode
}

/** A card with its heading, and a line on what it is about. */
export const Section = ({ title, about, gap = '300', children }: SectionProps) => (
  <Card>
    <BlockStack gap={gap}>
      {about === undefined ? <Heading title={title} /> : <Introduced title={title} about={about} />}
      {children}
    </BlockStack>
  </Card>
)

const Heading = ({ title }: { title: string }) => (
  <Text as="h2" variant="headingMd">
    {title}
  </Text>
)

const Introduced = ({ title, about }: { title: string; about: string }) => (
  <BlockStack gap="100">
    <Heading title={title} />
    <Text as="p" tone="subdued">
      {about}
    </Text>
  </BlockStack>
)
