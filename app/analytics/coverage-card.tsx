import { BlockStack, Button, InlineStack, Link, Text } from '@shopify/polaris'
import { Section } from '#app/ui/section.tsx'
import { words } from './words.ts'

export interface CoverageProps {
  orders: number
  saw: number // on any surface
  bySurface: readonly { surface: string; saw: number }[]
  rest: readonly { because: string; why: string; count: number; example: { id: string; name: string } }[]
  missed: number // of the rest, those that the online store took
  placed: boolean // a block was seen on the thank-you page
}

const { home: say } = words

/** Every silence explained: how many orders met an offer, and what kept the others from it. */
export const CoverageCard = ({ orders, saw, bySurface, rest, missed, placed }: CoverageProps) => (
  <Section title={say.coverage}>
    <BlockStack gap="050">
      <Text as="p" variant="headingMd" numeric>
        {orders === 0 ? words.dashboard.nobodyKnows : say.share(saw, orders)}
      </Text>
      <Text as="p" variant="bodySm" tone="subdued">
        {orders === 0 ? say.noOrders : say.coverageHint}
      </Text>
    </BlockStack>
    {orders > 0 ? (
      <BlockStack gap="100">
        {bySurface.map(({ surface, saw: here }) => (
          <InlineStack key={surface} align="space-between" gap="300" wrap={false}>
            <Text as="p">{words.surfaces[surface] ?? surface}</Text>
            <Text as="span" numeric>
              {say.shareOn(here, orders)}
            </Text>
          </InlineStack>
        ))}
      </BlockStack>
    ) : null}
    {rest.length > 0 ? (
      <BlockStack gap="200">
        <Text as="h3" variant="headingSm">
          {say.whyNot}
        </Text>
        {rest.map(({ because, why, count, example }) => (
          <InlineStack key={because} align="space-between" gap="300" wrap={false}>
            <Text as="p">
              {why}{' '}
              <Link url={`/orders/${example.id}`} accessibilityLabel={say.exampleLabel(example.name, why)}>
                {say.example(example.name)}
              </Link>
            </Text>
            <Text as="span" numeric>
              {count.toLocaleString('en')}
            </Text>
          </InlineStack>
        ))}
      </BlockStack>
    ) : null}
    {!placed && missed > 0 ? (
      <InlineStack align="space-between" blockAlign="center" gap="300">
        <Text as="p">{say.placeBlock}</Text>
        <Button url="/settings/blocks">{say.toBlocks}</Button>
      </InlineStack>
    ) : null}
  </Section>
)
